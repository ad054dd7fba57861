import RealTime

/// One control bus, as it stands in the block that runs.
struct ControlBus {
  private let memory: UnsafeMutablePointer<Float>
  private let lastWrite: UnsafeMutablePointer<Int64>
  private let block: Int64

  /// Nil for a channel that has no bus.
  @inline(__always)
  init?(_ context: UnsafePointer<RenderContext>, _ buses: BusChoice, channel: Int) {
    let number = Int(buses.first) &+ channel
    guard channel < Int(buses.reach), number < context.pointee.controlBusCount else { return nil }
    memory = context.pointee.controlBuses + number
    lastWrite = context.pointee.controlBusWrites + number
    block = context.pointee.block
  }

  @inline(__always) var value: Float { memory.pointee }

  /// Whether it was written in this block, so that more is added.
  @inline(__always) var isWritten: Bool { lastWrite.pointee == block }

  @inline(__always)
  func add(_ value: Float) { replace(with: isWritten ? memory.pointee + value : value) }

  @inline(__always)
  func replace(with value: Float) {
    memory.pointee = value
    lastWrite.pointee = block
  }
}
