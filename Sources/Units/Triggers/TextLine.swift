import RealTime

/// A line of text for people, put together in the context's scratch; what goes beyond its room is left out.
struct TextLine: BitwiseCopyable {
  private static var room: Int { 256 }

  private let letters: UnsafeMutablePointer<UInt8>
  private var count = 0

  /// Behind the part of the scratch in which records are put together.
  @inline(__always)
  init(_ context: UnsafePointer<RenderContext>) {
    letters = UnsafeMutableRawPointer(context.pointee.scratch + 2048).assumingMemoryBound(to: UInt8.self)
  }

  @inline(__always)
  mutating func append(_ letter: UInt8) {
    guard count < Self.room else { return }
    letters[count] = letter
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    let start = text.utf8Start
    var index = 0
    while index < text.utf8CodeUnitCount {
      append(start[index])
      index &+= 1
    }
  }

  @inline(__always)
  mutating func append(_ number: Int) {
    // A minus sign, then the digits from the highest on.
    if number < 0 { append(45 as UInt8) }
    let magnitude = number < 0 ? 0 &- number : number
    var divisor = 1
    while magnitude / divisor >= 10 { divisor &*= 10 }
    while divisor > 0 {
      append(UInt8(truncatingIfNeeded: 48 &+ magnitude / divisor % 10))
      divisor /= 10
    }
  }

  /// Sends it as the running node's.
  @inline(__always)
  func send(_ context: UnsafePointer<RenderContext>) {
    context.pointee.send(.line, context.pointee.node) { builder in
      builder.append(UInt32(truncatingIfNeeded: count))
      var index = 0
      while index < count {
        builder.append(UnsafeRawPointer(letters + index).loadUnaligned(as: UInt32.self))
        index &+= 4
      }
    }
  }
}
