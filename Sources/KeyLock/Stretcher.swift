internal import CRubberBand

/// One stretcher of Rubber Band's, of so many channels, that makes sound longer or shorter and keeps its pitch.
///
/// It is fed exactly what it asks for, so that each step is one hop of its windows: the middle of the window, told in
/// frames fed and in frames given out, says to the frame which input sounds where.
///
/// - Thread: confined to its owner's.
final class Stretcher {
  let channels: Int
  private let state: RubberBandState
  /// Silence, or what came before, that is to be fed before the first frame.
  let pad: Int
  /// Frames to be thrown away before the output of the first frame.
  let delay: Int
  private let outputs: UnsafeMutablePointer<UnsafeMutablePointer<Float>?>
  private let inputs: UnsafeMutablePointer<UnsafePointer<Float>?>
  private(set) var ratio = 1.0

  /// - Parameter sampleRate: in hertz.
  init(_ engine: KeyLockEngine, sampleRate: Double, channels: Int) {
    self.channels = channels
    rubberband_set_default_debug_level(-1)
    state = rubberband_new(UInt32(sampleRate.rounded()), UInt32(channels), engine.options, 1, 1)
    pad = Int(rubberband_get_preferred_start_pad(state))
    delay = Int(rubberband_get_start_delay(state))
    outputs = .allocate(capacity: channels)
    outputs.initialize(repeating: nil, count: channels)
    inputs = .allocate(capacity: channels)
    inputs.initialize(repeating: nil, count: channels)
  }

  deinit {
    rubberband_delete(state)
    outputs.deallocate()
    inputs.deallocate()
  }

  /// As new.
  func reset() { rubberband_reset(state) }

  /// Output over input; holds from the next step on.
  func setRatio(_ newRatio: Double) {
    guard newRatio != ratio else { return }
    ratio = newRatio
    rubberband_set_time_ratio(state, newRatio)
  }

  /// Frames that the next step takes.
  var required: Int { Int(rubberband_get_samples_required(state)) }

  /// Takes `frames` of each channel, which lie `stride` apart.
  func process(_ samples: UnsafePointer<Float>, stride: Int, frames: Int) {
    for channel in 0..<channels { inputs[channel] = samples + channel * stride }
    rubberband_process(state, inputs, UInt32(frames), 0)
  }

  var available: Int { max(0, Int(rubberband_available(state))) }

  /// Gives out `frames` of each channel, `stride` apart.
  func retrieve(into samples: UnsafeMutablePointer<Float>, stride: Int, frames: Int) -> Int {
    for channel in 0..<channels { outputs[channel] = samples + channel * stride }
    return Int(rubberband_retrieve(state, outputs, UInt32(frames)))
  }
}
