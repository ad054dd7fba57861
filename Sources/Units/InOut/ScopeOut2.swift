import CRealTime
public import RealTime

/// Shows signals to scopes outside, which look at shared memory: as many frames at a time as they ask for.
public struct ScopeOut2: UnitGenerator {
  public static let specification = UnitSpecification(
    "ScopeOut2", "Shows signals to a scope outside.",
    inputs: [
      .init("scopeNum", "The number of the scope.", range: 0...127),
      .init("maxFrames", "The most frames that it shows at a time.", range: 1...16_777_215, standard: 4096),
      .init("scopeFrames", "Frames that it shows at a time.", range: 1...16_777_215, standard: 4096),
      .init("channels", "One signal for each of its channels.", followsUnit: true),
    ], lastInputRepeats: true, outputs: [], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }
  public static let stopThunk: UnitThunk? = { runStop($0, $1, $2, $3) }

  private static let signals = 3

  private let channels: Int32
  private var scope: ScopeBuffer?
  private var number: Int32 = -1
  /// Frames of the current region that are written.
  private var written: Int32 = 0

  public init(_ preparation: UnitPreparation) { channels = Int32(preparation.inputRates.count - Self.signals) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let number = BusNumber.whole(wires[0].pointee)
    scope = context.pointee.scopes.begin(
      number, channels: Int(channels), frames: BusNumber.whole(wires[1].pointee))
    if scope != nil { self.number = Int32(number) }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    guard let scope else { return }
    let most = scope.frames
    // No shorter than a block.
    let period = max(min(frames, most), min(most, BusNumber.whole(wires[2].pointee)))
    if Int(written) >= period { written = 0 }
    let first = min(period &- Int(written), frames)
    copy(to: scope, wires, from: 0, at: Int(written), first)
    written &+= Int32(truncatingIfNeeded: first)
    guard Int(written) >= period else { return }
    scope.push(frames: period)
    let rest = min(frames &- first, most)
    copy(to: scope, wires, from: first, at: 0, rest)
    written = Int32(truncatingIfNeeded: rest)
  }

  @inline(__always)
  private func copy(to scope: ScopeBuffer, _ wires: Wires, from frame: Int, at place: Int, _ count: Int) {
    guard count > 0 else { return }
    var channel = 0
    while channel < Int(channels) {
      syrinx_copy_bytes(scope.channel(channel) + place, wires[Self.signals &+ channel] + frame, count &* 4)
      channel &+= 1
    }
  }

  public mutating func stop(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    if number >= 0 { context.pointee.scopes.end(Int(number)) }
    scope = nil
    number = -1
  }
}
