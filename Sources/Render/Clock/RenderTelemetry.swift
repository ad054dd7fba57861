import CRealTime
import RealTime

/// What control may read of the audio thread at any time: plain counters, each atomic by itself.
public struct RenderTelemetry: @unchecked Sendable {
  // Unchecked: every field is read and written atomically; the memory lives as long as the engine.

  enum Field: Int {
    case position, hostNanoseconds, busyNanoseconds, renderedFrames, peakLoad, synths, groups
  }

  let fields: UnsafeMutablePointer<Int64>

  static func allocate() -> RenderTelemetry {
    let fields = UnsafeMutablePointer<Int64>.allocate(capacity: 8)
    fields.initialize(repeating: 0, count: 8)
    return RenderTelemetry(fields: fields)
  }

  func deallocate() { fields.deallocate() }

  @inline(__always)
  func store(_ field: Field, _ value: Int64) { syrinx_store_relaxed(fields + field.rawValue, value) }

  @inline(__always)
  func load(_ field: Field) -> Int64 { syrinx_load_relaxed(fields + field.rawValue) }

  /// Frames rendered since the engine's start.
  public var position: Int64 { syrinx_load_acquire(fields + Field.position.rawValue) }
  /// The monotonic time of the device's last call.
  public var hostNanoseconds: Int64 { load(.hostNanoseconds) }
  /// Time spent rendering, all in all.
  public var busyNanoseconds: Int64 { load(.busyNanoseconds) }
  public var synthCount: Int { Int(load(.synths)) }
  public var groupCount: Int { Int(load(.groups)) }

  /// The highest share of its time that a call of the device took since this was last asked; 1 is all of it.
  public func takePeakLoad() -> Double { Double(syrinx_exchange(fields + Field.peakLoad.rawValue, 0)) * 1e-6 }
}
