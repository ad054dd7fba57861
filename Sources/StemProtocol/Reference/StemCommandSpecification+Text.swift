extension StemCommandSpecification {
  /// The command with its arguments; those that may be left out in brackets.
  var usage: String {
    parameters.reduce(address) { text, parameter in
      var name = parameter.name
      if case .rest = parameter.kind { name += "…" }
      if case .required = parameter.standard { return text + " \(name)" }
      return text + " [\(name)]"
    }
  }
}

extension StemParameter {
  /// What it may be, in words.
  var rangeText: String {
    switch kind {
    case .integer(let range):
      range.upperBound >= Int(Int32.max)
        ? "whole, \(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
    case .number(let range):
      range.upperBound > 1e8
        ? "\(Self.text(range.lowerBound)) or more" : "\(Self.text(range.lowerBound)) to \(Self.text(range.upperBound))"
    case .text: "text"
    case .word(let words): words.joined(separator: ", ")
    case .signal: "master, cue, a deck, a stem"
    case .flag: "0 or 1"
    case .deck: "A to D"
    case .rest: "any"
    }
  }

  /// What it is when it is left out, in words.
  var defaultText: String {
    switch standard {
    case .required: "required"
    case .number(let value): Self.text(value)
    case .text(let text): text.isEmpty ? "none" : text
    case .absent: "none"
    }
  }

  private static func text(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
