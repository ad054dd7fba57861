public import RealTime

/// An open device.
public protocol AudioStream: AnyObject, Sendable {
  var format: StreamFormat { get }

  /// Times that the device ran dry since the start.
  var xruns: Int { get }

  /// Begins to pull from the renderer, on a thread of the device's. `onLoss` is called once, on any thread but the
  /// audio thread, when the device goes away by itself; the stream then renders no more.
  func start(_ renderer: AudioRenderer, onLoss: @escaping @Sendable (String) -> Void) throws(AudioError)

  /// What other programs call the output channels from here on, where the device has such names.
  func nameOutputs(_ names: [String])

  /// Returns when the renderer is called no more. The stream cannot be started again.
  func stop()
}

extension AudioStream {
  public func nameOutputs(_ names: [String]) {}
}
