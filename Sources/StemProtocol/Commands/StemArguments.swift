import OSC

/// The arguments of a command, read by its parameters: what careless clients send is taken as they mean it, the rest is
/// refused.
struct StemArguments {
  private enum Value {
    case integer(Int)
    case number(Double)
    case text(String)
    case deck(Deck)
    case absent
  }

  private var values: [String: Value] = [:]
  /// Arguments of a `rest` parameter.
  private(set) var rest: [OSCArgument] = []

  init(_ arguments: [OSCArgument], _ parameters: [StemParameter]) throws(StemFailure) {
    var about: [OSCArgument] = []
    for (index, parameter) in parameters.enumerated() {
      if case .rest = parameter.kind {
        rest = Array(arguments.dropFirst(index))
        return
      }
      let argument = Self.given(arguments, index, parameter)
      do throws(StemFailure) {
        values[parameter.name] = try Self.read(argument, parameter)
      } catch {
        throw StemFailure(error.reason, about: about)
      }
      if index == 0, parameter.name == "id", case .integer(let id) = values["id"] { about = [.integer(id)] }
    }
  }

  /// An empty array or a nil in the place of an argument that may be left out is left out.
  private static func given(_ arguments: [OSCArgument], _ index: Int, _ parameter: StemParameter) -> OSCArgument? {
    guard arguments.indices.contains(index) else { return nil }
    let argument = arguments[index]
    if case .required = parameter.standard { return argument }
    switch argument {
    case .array([]), .null: return nil
    default: return argument
    }
  }

  private static func read(_ argument: OSCArgument?, _ parameter: StemParameter) throws(StemFailure) -> Value {
    guard let argument else { return try missing(parameter) }
    let name = parameter.name
    switch parameter.kind {
    case .integer(let range):
      guard let value = argument.asInteger else { throw wrong(name, "a whole number", argument) }
      guard range.contains(value) else {
        throw StemFailure("\(name) must be \(range.lowerBound) to \(range.upperBound), got \(value)")
      }
      return .integer(value)
    case .number(let range):
      guard let value = argument.asNumber, value.isFinite else { throw wrong(name, "a finite number", argument) }
      guard range.contains(value) else {
        throw StemFailure("\(name) must be \(Self.text(range)), got \(Self.text(value))")
      }
      return .number(value)
    case .text:
      guard let text = argument.asText else { throw wrong(name, "a string", argument) }
      return .text(text)
    case .signal:
      guard let text = argument.asText ?? argument.asInteger.map({ "\($0)" }) else {
        throw wrong(name, "the name of a signal", argument)
      }
      return .text(text)
    case .word(let words):
      guard let text = argument.asText, words.contains(text) else {
        throw wrong(name, "one of \(words.joined(separator: ", "))", argument)
      }
      return .text(text)
    case .flag:
      guard let number = argument.asNumber, number.isFinite else { throw wrong(name, "0 or 1", argument) }
      return .integer(number > 0 ? 1 : 0)
    case .deck:
      guard let deck = argument.asText.flatMap(Deck.init(letter:)) else {
        throw wrong(name, "the letter of a deck", argument)
      }
      return .deck(deck)
    case .rest: return .absent
    }
  }

  private static func missing(_ parameter: StemParameter) throws(StemFailure) -> Value {
    switch parameter.standard {
    case .required: throw StemFailure("\(parameter.name) is missing: \(parameter.summary)")
    case .number(let value):
      if case .number = parameter.kind { return .number(value) }
      return .integer(Int(value))
    case .text(let text): return .text(text)
    case .absent: return .absent
    }
  }

  private static func wrong(_ name: String, _ wanted: String, _ argument: OSCArgument) -> StemFailure {
    let got = argument.asNumber.map(text) ?? "\(argument)"
    return StemFailure("\(name) must be \(wanted), got \(got)")
  }

  static func text(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    return value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }

  private static func text(_ range: ClosedRange<Double>) -> String {
    range.upperBound > 1e12
      ? "\(text(range.lowerBound)) or more" : "\(text(range.lowerBound)) to \(text(range.upperBound))"
  }

  // MARK: - Reading

  func integer(_ name: String) -> Int {
    if case .integer(let value) = values[name] { value } else { 0 }
  }

  func number(_ name: String) -> Double { optionalNumber(name) ?? 0 }

  func optionalNumber(_ name: String) -> Double? {
    switch values[name] {
    case .number(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }

  func text(_ name: String) -> String? {
    if case .text(let text) = values[name] { text } else { nil }
  }

  func deck(_ name: String) -> Deck? {
    if case .deck(let deck) = values[name] { deck } else { nil }
  }

  func flag(_ name: String) -> Bool { integer(name) > 0 }
}
