import CRealTime
import RealTime

/// What control may read of the audio thread at any time: plain counters, each atomic by itself.
public struct RenderTelemetry: @unchecked Sendable {
  // Unchecked: every field is read and written atomically; the memory lives as long as the engine.

  enum Field: Int {
    case position, hostNanoseconds, busyNanoseconds, renderedFrames, peakLoad, synths, groups, overruns, units,
      standstills
  }

  let fields: UnsafeMutablePointer<Int64>

  static func allocate() -> RenderTelemetry {
    let fields = UnsafeMutablePointer<Int64>.allocate(capacity: 16 + BlockTimeBins.count)
    fields.initialize(repeating: 0, count: 16 + BlockTimeBins.count)
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
  public var unitCount: Int { Int(load(.units)) }

  /// Calls of the device that took more of a processor than the time that they rendered: dropouts of our own making.
  public var overruns: Int { Int(load(.overruns)) }

  /// Calls that were late in one step alone, where steps are watched (`RenderConfiguration.watchesSteps`).
  public var standstills: Int { Int(load(.standstills)) }

  /// How many blocks took so long, bin by bin, since the engine's start.
  public var blockTimes: [Int] {
    (0..<BlockTimeBins.count).map { Int(syrinx_load_relaxed(fields + 16 + $0)) }
  }

  @inline(__always)
  func countBlock(nanoseconds: UInt64) {
    let bin = fields + 16 + BlockTimeBins.bin(ofNanoseconds: nanoseconds)
    syrinx_store_relaxed(bin, syrinx_load_relaxed(bin) &+ 1)
  }

  /// The highest share of its time that a call of the device took since this was last asked; 1 is all of it.
  public func takePeakLoad() -> Double { Double(syrinx_exchange(fields + Field.peakLoad.rawValue, 0)) * 1e-6 }
}
