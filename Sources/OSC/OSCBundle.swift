/// Packets that take effect together, at the moment the time tag names.
public struct OSCBundle: Sendable, Hashable {
  public var timeTag: OSCTimeTag
  public var elements: [OSCPacket]

  public init(timeTag: OSCTimeTag = .immediately, elements: [OSCPacket]) {
    self.timeTag = timeTag
    self.elements = elements
  }

  public init(timeTag: OSCTimeTag = .immediately, messages: [OSCMessage]) {
    self.init(timeTag: timeTag, elements: messages.map(OSCPacket.message))
  }
}

extension OSCBundle: CustomStringConvertible {
  /// The first eight elements, in brackets.
  public var description: String {
    let shown = 8
    var parts = elements.prefix(shown).map(\.description)
    if elements.count > shown { parts.append("… (\(elements.count - shown) more)") }
    return "#bundle \(timeTag) {" + parts.joined(separator: "; ") + "}"
  }
}
