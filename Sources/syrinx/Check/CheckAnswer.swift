import OSC

/// How a command is to be answered.
enum CheckAnswer {
  /// `/done`, and the address.
  case done
  /// `/done`, and the address of the command that this one carried.
  case doneFor(String)
  /// A reply of the command's own.
  case reply(String)
  /// `/fail`, the address and a reason.
  case refusal

  /// Whether a message answers the command, in whichever way.
  func isAnswer(_ message: OSCMessage, to address: String) -> Bool {
    let about = message.arguments.first?.asText
    if message.address == "/done" || message.address == "/fail" {
      if case .doneFor(let carried) = self, about == carried { return true }
      return about == address
    }
    if case .reply(let own) = self { return message.address == .path(own) }
    return false
  }

  /// What is wrong with an answer; nil: nothing.
  func fault(in message: OSCMessage) -> String? {
    let isRight =
      switch self {
      case .done, .doneFor: message.address == "/done"
      case .reply(let own): message.address == .path(own)
      case .refusal: message.address == "/fail" && message.arguments.count > 1 && message.arguments[1].asText != ""
      }
    return isRight ? nil : "expected \(words)"
  }

  var words: String {
    switch self {
    case .done: "/done"
    case .doneFor(let carried): "/done \(carried)"
    case .reply(let own): own
    case .refusal: "/fail with a reason"
    }
  }
}
