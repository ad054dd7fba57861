/// A short MIDI message with its port, the type `m`.
public struct OSCMIDIMessage: Sendable, Hashable {
  public var port: UInt8
  public var status: UInt8
  public var data1: UInt8
  public var data2: UInt8

  public init(port: UInt8, status: UInt8, data1: UInt8, data2: UInt8) {
    self.port = port
    self.status = status
    self.data1 = data1
    self.data2 = data2
  }
}

extension OSCMIDIMessage: CustomStringConvertible {
  /// Port, status and data bytes in hexadecimal.
  public var description: String {
    "midi(" + [port, status, data1, data2].map(OSCText.hexadecimal).joined(separator: " ") + ")"
  }
}
