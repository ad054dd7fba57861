extension OSCArgument: CustomStringConvertible {
  /// As a log prints it: on one line, strings in quotes and cut when long, blobs by their size.
  public var description: String {
    switch self {
    case .int32(let value): "\(value)"
    case .float32(let value): "\(value)"
    case .string(let value), .symbol(let value): OSCText.escaped(value, quoted: true)
    case .blob(let value): "blob(\(value.count) bytes)"
    case .int64(let value): "\(value)"
    case .timeTag(let value): "\(value)"
    case .double(let value): "\(value)"
    case .character(let value): "'" + OSCText.escaped(String(Character(value)), quoted: false) + "'"
    case .color(let value): "\(value)"
    case .midi(let value): "\(value)"
    case .true: "true"
    case .false: "false"
    case .null: "nil"
    case .impulse: "impulse"
    case .array(let values): "[" + OSCArgument.list(values) + "]"
    }
  }

  /// The arguments with spaces between, the first 64 of them.
  static func list(_ arguments: [OSCArgument]) -> String {
    let shown = 64
    var words = arguments.prefix(shown).map(\.description)
    if arguments.count > shown { words.append("… (\(arguments.count - shown) more)") }
    return words.joined(separator: " ")
  }
}
