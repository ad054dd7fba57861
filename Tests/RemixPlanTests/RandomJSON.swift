/// Writes JSON documents at random, with every form of value, space and escape.
struct RandomJSON {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func number(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: (state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element { choices[number(below: choices.count)] }

  mutating func document() -> String { space() + value(depth: 0) + space() }

  /// Changes, removes, doubles or cuts off bytes.
  mutating func damage(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = number(below: bytes.count)
    switch number(below: 5) {
    case 0: bytes.remove(at: place)
    case 1: bytes[place] = UInt8(truncatingIfNeeded: number(below: 256))
    case 2: bytes.insert(pick(Array("{}[]\",:0123456789.eE+-\\utrfalsn \n\t".utf8)), at: place)
    case 3: bytes.removeSubrange(place...)
    default: bytes.insert(contentsOf: bytes[place..<min(place + number(below: 8), bytes.count)], at: place)
    }
  }

  private mutating func space() -> String { pick(["", "", "", " ", "\n", "\t", "\r\n", "  \n "]) }

  private mutating func value(depth: Int) -> String {
    switch number(below: depth < 5 ? 8 : 6) {
    case 0: return "null"
    case 1: return pick(["true", "false"])
    case 2, 3: return numeral()
    case 4, 5: return string()
    case 6:
      return "[" + space() + items { writer in writer.value(depth: depth + 1) } + "]"
    default:
      return "{" + space()
        + items { writer in
          let key = writer.string() + writer.space() + ":"
          return key + writer.space() + writer.value(depth: depth + 1)
        } + "}"
    }
  }

  private mutating func items(_ item: (inout RandomJSON) -> String) -> String {
    var items: [String] = []
    for _ in 0..<number(below: 5) {
      let text = item(&self)
      items.append(text + space())
    }
    return items.joined(separator: "," + space())
  }

  private mutating func numeral() -> String {
    let whole = pick(["0", "1", "-0", "-7", "42", "65536", "123456789", "-31"])
    let fraction = pick(["", "", ".0", ".5", ".25", ".125", ".9790209790209791"])
    return whole + fraction + pick(["", "", "", "e0", "E+2", "e-3", "e10"])
  }

  private mutating func string() -> String {
    let parts = [
      "a", "Z", "7", " ", "é", "日本", "🎛", "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0041",
      "\\u00e9",
      "\\uD83C\\uDF9B", "\\u2028", "~",
    ]
    var text = ""
    for _ in 0..<number(below: 7) { text += pick(parts) }
    return "\"\(text)\""
  }
}
