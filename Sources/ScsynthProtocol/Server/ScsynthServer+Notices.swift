import Foundation
import OSC
import RealTime
import Render

/// What clients are told unasked.
extension ScsynthServer {
  func broadcast(_ message: OSCMessage) {
    for client in notified.clients { client.send(message) }
  }

  /// `/d_removed` for definitions that are gone for good.
  func tellForgotten() {
    for name in library.takeForgotten() { broadcast(OSCMessage("/d_removed", .string(name))) }
  }

  /// `/n_go` and its kin; nodes of negative ids are not told of, unless somebody asked.
  func tell(_ notice: NodeNotice, _ node: Int32, _ place: NodePlace) {
    let address: String
    switch notice {
    case .none: return
    case .started: address = "/n_go"
    case .ended: address = "/n_end"
    case .paused: address = "/n_off"
    case .resumed: address = "/n_on"
    case .moved: address = "/n_move"
    case .asked: address = "/n_info"
    }
    guard node >= 0 || notice == .asked, !notified.clients.isEmpty else { return }
    var arguments = [node, place.parent, place.previous, place.next, place.isGroup ? 1 : 0].map {
      OSCArgument.int32($0)
    }
    if place.isGroup { arguments += [.int32(place.first), .int32(place.last)] }
    broadcast(OSCMessage(.path(address), arguments))
  }

  /// What units have to say.
  func tell(_ kind: UnitMessage.Kind, _ node: Int32, _ words: [UInt32]) {
    switch kind {
    case .trigger:
      guard words.count >= 2 else { return }
      broadcast(
        OSCMessage(
          "/tr", .int32(node), .int32(Int32(bitPattern: words[0])), .float32(Float(bitPattern: words[1]))))
    case .reply: tellReply(node, words)
    case .line:
      guard let length = words.first else { return }
      if options.verbosity >= -1 { print(Self.text(words.dropFirst(), length: Int(length))) }
    case .value: printValue(words)
    case .nodePaused, .nodeResumed:
      guard words.count >= 6 else { return }
      var place = NodePlace()
      place.parent = Int32(bitPattern: words[0])
      place.previous = Int32(bitPattern: words[1])
      place.next = Int32(bitPattern: words[2])
      place.isGroup = words[3] != 0
      place.first = Int32(bitPattern: words[4])
      place.last = Int32(bitPattern: words[5])
      tell(kind == .nodePaused ? .paused : .resumed, node, place)
    case .disk: if let request = DiskRequest(words: words) { stream(request, of: node) }
    case .trace: tellTrace(node, words)
    case .groupTrace: for line in groupTrace(node, words) { output(line) }
    }
  }

  /// Poll's line, and Dpoll's, which says where in the block it was.
  private func printValue(_ words: [UInt32]) {
    guard words.count >= 3, options.verbosity >= -1 else { return }
    let label = Self.text(words.dropFirst(3), length: Int(words[2]))
    let frame = Int32(bitPattern: words[1])
    let place = frame < 0 ? "" : " block offset: \(frame)"
    print("\(label): \(String(format: "%g", Double(Float(bitPattern: words[0]))))\(place)")
  }

  private func tellReply(_ node: Int32, _ words: [UInt32]) {
    guard words.count >= 2 else { return }
    let length = Int(words[1])
    let letters = (length + 3) / 4
    guard words.count >= 2 + letters else { return }
    let address = Self.text(words[2..<2 + letters], length: length)
    let values = words.dropFirst(2 + letters).map { OSCArgument.float32(Float(bitPattern: $0)) }
    broadcast(OSCMessage(.path(address), [.int32(node), .int32(Int32(bitPattern: words[0]))] + values))
  }

  /// Letters four to a word, the first in the lowest byte.
  private static func text(_ words: some Collection<UInt32>, length: Int) -> String {
    let bytes = words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
    return String(decoding: bytes.prefix(max(0, length)), as: UTF8.self)
  }

  static func fixed(_ value: Double, digits: Int) -> String { String(format: "%.\(digits)f", value) }
}
