import CRealTime
import Foundation
import RealTime

/// A renderer that notes how it is called, and plays a ramp that tells every frame of every channel apart.
final class Probe: @unchecked Sendable {
  // Unchecked: the notes are written by the audio thread and read behind `stop()` or the semaphore.

  struct Call: Equatable {
    var frames: Int
    var hostNanoseconds: UInt64
    var hasInputs: Bool
    /// The first sample of the first input.
    var input: Float
  }

  private struct Notes {
    var calls: UnsafeMutablePointer<Call>
    var capacity: Int
    var outputChannels: Int
    var target: Int
    var frames = 0
    var reached: Unmanaged<DispatchSemaphore>
  }

  private let notes: UnsafeMutablePointer<Notes>
  private let count: UnsafeMutablePointer<Int64>
  private let reached = DispatchSemaphore(value: 0)
  private static let capacity = 20000

  /// - target: calls after which `waitForTarget` returns.
  init(outputChannels: Int, target: Int = 50) {
    notes = .allocate(capacity: 1)
    notes.initialize(
      to: Notes(
        calls: .allocate(capacity: Self.capacity), capacity: Self.capacity, outputChannels: outputChannels,
        target: target, reached: Unmanaged.passUnretained(reached)))
    count = .allocate(capacity: 1)
    count.initialize(to: 0)
    context = .allocate(capacity: 1)
    context.initialize(to: Context(notes: notes, count: count))
  }

  deinit {
    notes.pointee.calls.deallocate()
    notes.deallocate()
    count.deallocate()
    context.deallocate()
  }

  private struct Context {
    var notes: UnsafeMutablePointer<Notes>
    var count: UnsafeMutablePointer<Int64>
  }

  private let context: UnsafeMutablePointer<Context>

  /// The probe must outlive the stream that it is given to.
  var renderer: AudioRenderer {
    AudioRenderer(context: UnsafeMutableRawPointer(context)) { context, inputs, outputs, frames, time in
      let context = context.assumingMemoryBound(to: Context.self).pointee
      Probe.render(context.notes, context.count, inputs, outputs, frames, time)
    }
  }

  /// How often it was called.
  var callCount: Int { Int(syrinx_load_acquire(count)) }

  /// The first calls, at most as many as have ended.
  var calls: [Call] {
    Array(UnsafeBufferPointer(start: notes.pointee.calls, count: min(callCount, Self.capacity)))
  }

  var isDone: Bool { callCount >= notes.pointee.target }

  /// False when the calls do not come within a minute.
  func waitForTarget() -> Bool {
    guard reached.wait(timeout: .now() + 60) == .success else { return false }
    reached.signal()
    return true
  }

  /// What channel `channel` plays at frame `frame`; exact in a float for 65,536 frames and eight channels.
  static func ramp(frame: Int, channel: Int) -> Float { Float((frame % 65536) * 8 + channel + 1) }

  private static func render(
    _ notes: UnsafeMutablePointer<Notes>, _ count: UnsafeMutablePointer<Int64>,
    _ inputs: UnsafePointer<UnsafePointer<Float>>?, _ outputs: UnsafePointer<UnsafeMutablePointer<Float>>,
    _ frames: Int, _ time: UInt64
  ) {
    let call = Int(syrinx_load_relaxed(count))
    if call < notes.pointee.capacity {
      notes.pointee.calls[call] = Call(
        frames: frames, hostNanoseconds: time, hasInputs: inputs != nil, input: inputs?[0][0] ?? 0)
    }
    let first = notes.pointee.frames
    for channel in 0..<notes.pointee.outputChannels {
      for frame in 0..<frames { outputs[channel][frame] = ramp(frame: first + frame, channel: channel) }
    }
    notes.pointee.frames += frames
    syrinx_store_release(count, Int64(call + 1))
    if call + 1 == notes.pointee.target { notes.pointee.reached._withUnsafeGuaranteedRef { _ = $0.signal() } }
  }
}
