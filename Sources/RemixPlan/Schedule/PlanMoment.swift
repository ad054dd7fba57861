public import OSC

/// Messages that take effect at the same frame.
public struct PlanMoment: Sendable, Equatable {
  /// Of the server's clock.
  public let frame: Int
  public let messages: [OSCMessage]

  public init(frame: Int, messages: [OSCMessage]) {
    self.frame = frame
    self.messages = messages
  }

  /// The frame on the server's clock in seconds, from which the server gets the frame back by rounding.
  public func seconds(atSampleRate sampleRate: Double) -> Double { Double(frame) / sampleRate }
}
