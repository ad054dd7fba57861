import RealTime

/// Lets an engine of some channels play on a device of others: what the device does not have is not heard.
///
/// - Thread: made by control, used by the device's.
final class ChannelFitting: @unchecked Sendable {
  // Unchecked: once made it is the device's thread's alone.

  private static let mostFrames = 1024

  private let inner: AudioRenderer
  private let outputs: Int
  private let inputs: Int
  private let deviceOutputs: Int
  private let deviceInputs: Int
  private let outputPointers: UnsafeMutablePointer<UnsafeMutablePointer<Float>>
  private let inputPointers: UnsafeMutablePointer<UnsafePointer<Float>>
  private let devicePointers: UnsafeMutablePointer<UnsafeMutablePointer<Float>>
  private let spare: UnsafeMutablePointer<Float>

  init(_ inner: AudioRenderer, outputs: Int, inputs: Int, deviceOutputs: Int, deviceInputs: Int) {
    self.inner = inner
    self.outputs = outputs
    self.inputs = inputs
    self.deviceOutputs = deviceOutputs
    self.deviceInputs = deviceInputs
    outputPointers = .allocate(capacity: max(1, outputs))
    inputPointers = .allocate(capacity: max(1, inputs))
    devicePointers = .allocate(capacity: max(1, deviceOutputs))
    // One for all outputs that nobody hears, one of silence for all inputs that there are not.
    spare = .allocate(capacity: 2 * Self.mostFrames)
    spare.initialize(repeating: 0, count: 2 * Self.mostFrames)
  }

  deinit {
    outputPointers.deallocate()
    inputPointers.deallocate()
    devicePointers.deallocate()
    spare.deallocate()
  }

  /// The fitting lives as long as the device runs.
  var renderer: AudioRenderer {
    AudioRenderer(context: Unmanaged.passUnretained(self).toOpaque()) { context, inputs, outputs, frames, time in
      Unmanaged<ChannelFitting>.fromOpaque(context)._withUnsafeGuaranteedRef {
        $0.render(inputs, outputs, frames, time)
      }
    }
  }

  private func render(
    _ deviceIn: UnsafePointer<UnsafePointer<Float>>?, _ deviceOut: UnsafePointer<UnsafeMutablePointer<Float>>,
    _ frames: Int, _ time: UInt64
  ) {
    var done = 0
    while done < frames {
      let count = min(Self.mostFrames, frames - done)
      for channel in 0..<outputs {
        outputPointers[channel] = channel < deviceOutputs ? deviceOut[channel] + done : spare
      }
      for channel in outputs..<max(outputs, deviceOutputs) {
        (deviceOut[channel] + done).update(repeating: 0, count: count)
      }
      for channel in 0..<inputs {
        let heard = channel < deviceInputs ? deviceIn.map { $0[channel] + done } : nil
        inputPointers[channel] = heard ?? UnsafePointer(spare + Self.mostFrames)
      }
      inner.function(inner.context, inputs > 0 ? UnsafePointer(inputPointers) : nil, outputPointers, count, time)
      done += count
    }
  }
}
