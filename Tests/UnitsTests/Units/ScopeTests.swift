import RealTime
import Testing

/// Scopes as whoever looks at them finds them.
@Suite struct ScopeTests {
  /// Memory of scopes, read as SuperCollider's clients read it.
  private final class Reader {
    let memory: ScopeMemory
    private let bytes: UnsafeMutableRawPointer
    private let scopes: UnsafeMutablePointer<UnsafeMutableRawPointer>

    init(scopes count: Int, poolFloats: Int) {
      bytes = .allocate(byteCount: count * 128 + 4 * poolFloats, alignment: 64)
      bytes.initializeMemory(as: UInt8.self, repeating: 0, count: count * 128 + 4 * poolFloats)
      scopes = .allocate(capacity: count)
      for index in 0..<count { (scopes + index).initialize(to: bytes + 128 * index) }
      memory = ScopeMemory(
        scopes: scopes, count: count, pool: (bytes + count * 128).bindMemory(to: Float.self, capacity: poolFloats),
        poolFloats: poolFloats)
      for index in 0..<count {
        scopes[index].storeBytes(of: 1, toByteOffset: 28, as: Int32.self)
        scopes[index].storeBytes(of: 2, toByteOffset: 32, as: Int32.self)
      }
    }

    deinit {
      bytes.deallocate()
      scopes.deallocate()
    }

    /// Each channel's frames when there are new ones.
    func pull(_ number: Int) -> [[Float]]? {
      let scope = memory.scopes[number]
      let exchanged = scope.load(fromByteOffset: 24, as: Int32.self)
      let place = scope + 40 + 16 * Int(exchanged)
      guard scope.load(as: Int32.self) == 1, place.load(fromByteOffset: 12, as: UInt8.self) == 1 else { return nil }
      let old = scope.load(fromByteOffset: 32, as: Int32.self)
      (scope + 40 + 16 * Int(old)).storeBytes(of: 0, toByteOffset: 12, as: UInt8.self)
      scope.storeBytes(of: old, toByteOffset: 24, as: Int32.self)
      scope.storeBytes(of: exchanged, toByteOffset: 32, as: Int32.self)
      let frames = Int(place.load(fromByteOffset: 8, as: UInt32.self))
      let size = Int(scope.load(fromByteOffset: 4, as: UInt32.self))
      let samples = (place + place.load(as: Int.self)).assumingMemoryBound(to: Float.self)
      return (0..<Int(scope.load(fromByteOffset: 8, as: UInt32.self))).map { channel in
        (0..<frames).map { samples[channel * size + $0] }
      }
    }
  }

  @Test func whatIsPushedIsFound() throws {
    let reader = Reader(scopes: 2, poolFloats: 4096)
    let table = ScopeTable(reader.memory)
    defer { table.deallocate() }
    let scope = try #require(table.begin(1, channels: 2, frames: 100))
    #expect(reader.pull(1) == nil)
    for round in 1...4 {
      for channel in 0..<2 {
        for frame in 0..<80 { scope.channel(channel)[frame] = Float(1000 * round + 100 * channel + frame) }
      }
      scope.push(frames: 80)
      let found = try #require(reader.pull(1))
      #expect(found.count == 2 && found[1].count == 80 && found[1][7] == Float(1000 * round + 107))
      #expect(reader.pull(1) == nil)
    }
  }

  /// Each has memory of its own, and only as long as it is in use.
  @Test func scopesShareThePool() {
    let reader = Reader(scopes: 3, poolFloats: 1000)
    let table = ScopeTable(reader.memory)
    defer { table.deallocate() }
    let first = table.begin(0, channels: 1, frames: 100)
    let second = table.begin(1, channels: 2, frames: 100)
    #expect(first != nil && second != nil)
    #expect(table.begin(1, channels: 1, frames: 8) == nil)
    #expect(table.begin(2, channels: 1, frames: 100) == nil)
    #expect(table.begin(3, channels: 1, frames: 1) == nil && table.begin(-1, channels: 1, frames: 1) == nil)
    table.end(0)
    #expect(table.begin(2, channels: 1, frames: 100) != nil)
    first?.channel(0)[0] = 1
    second?.channel(0)[0] = 2
    #expect(second?.channel(0)[0] == 2)
  }

  @Test func unitsShowWhatTheyGet() throws {
    let reader = Reader(scopes: 1, poolFloats: 4096)
    let bench = UnitBench(scopes: reader.memory)
    _ = bench.run(
      UnitBuilds.unit("ScopeOut2"), [.constant(0), .constant(200), .constant(100), .audio { Float($0) }], outputs: 0,
      blocks: 7)
    let found = try #require(reader.pull(0))
    #expect(found == [(300..<400).map { Float($0) }])
  }
}
