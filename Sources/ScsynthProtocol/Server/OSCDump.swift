import Foundation
import OSC

/// Packets as `/dumpOSC` prints them.
enum OSCDump {
  /// - Parameter mode: 1 as text, 2 as hexadecimal numbers, 3 both.
  static func lines(_ packet: OSCPacket, mode: Int) -> [String] {
    var lines: [String] = []
    if mode & 1 != 0 { lines += text(packet) }
    if mode & 2 != 0 { lines += hexadecimal(packet.encoded()) }
    return lines
  }

  private static func text(_ packet: OSCPacket) -> [String] {
    switch packet {
    case .message(let message): return isPoll(message) ? [] : [text(message)]
    case .bundle(let bundle):
      let parts = bundle.elements.flatMap(text)
      return ["[ \"#bundle\", \(bundle.timeTag.rawValue), "]
        + parts.enumerated().map {
          "    \($1)" + ($0 < parts.count - 1 ? "," : "")
        } + ["]"]
    }
  }

  /// Clients ask for the status again and again; nobody wants to read it.
  private static func isPoll(_ message: OSCMessage) -> Bool {
    message.address == .path("/status") || message.address == .number(2)
  }

  private static func text(_ message: OSCMessage) -> String {
    let address =
      switch message.address {
      case .path(let path): "\"\(path)\""
      case .number(let number): "\(number)"
      }
    let arguments = message.arguments.map { " \(text($0))" }.joined(separator: ",")
    return "[ \(address),\(arguments) ]"
  }

  private static func text(_ argument: OSCArgument) -> String {
    switch argument {
    case .int32(let value): "\(value)"
    case .float32(let value): String(format: "%g", Double(value))
    case .double(let value): String(format: "%g", value)
    case .string(let text), .symbol(let text): "\"\(text)\""
    case .blob(let bytes): "DATA[\(bytes.count)]"
    case .array(let elements): "[" + elements.map { " \(text($0))" }.joined(separator: ",") + " ]"
    default: "\(argument)"
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> [String] {
    var lines = ["size \(bytes.count)"]
    for start in stride(from: 0, to: bytes.count, by: 16) {
      var line = String(format: "%4d   ", start)
      var letters = ""
      for index in start..<start + 16 {
        if index < bytes.count {
          line += String(format: "%02x ", bytes[index])
          letters += (0x20...0x7E).contains(bytes[index]) ? String(UnicodeScalar(bytes[index])) : "."
        } else {
          line += "   "
        }
        if index & 3 == 3, index & 15 != 15 { line += " " }
      }
      lines.append(line + "  |\(letters)|")
    }
    return lines + [""]
  }
}
