public import OSC

/// A server's status: names with values, in the server's order.
public struct StageStatus: Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    public let name: String
    public let value: OSCArgument

    public init(name: String, value: OSCArgument) {
      self.name = name
      self.value = value
    }
  }

  public let entries: [Entry]

  public init(entries: [Entry]) { self.entries = entries }

  /// The value of a name as a number; nil if it is not there or is none.
  public func number(_ name: String) -> Double? {
    entries.first { $0.name == name }?.value.asNumber.flatMap { $0.isFinite ? $0 : nil }
  }
}
