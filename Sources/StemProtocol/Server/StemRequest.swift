import Logging
import OSC

/// One command of one client, until it has been answered: exactly once.
final class StemRequest {
  let address: String
  let client: StemClient
  private let log: Logger
  private(set) var isAnswered = false
  /// Takes the answer in the client's place, where this is a part of another request.
  private var whenAnswered: ((Answer) -> Void)?

  enum Answer {
    case done([OSCArgument], summary: String)
    case failed(StemFailure)
  }

  init(address: String, client: StemClient, log: Logger) {
    self.address = address
    self.client = client
    self.log = log
  }

  /// A part of a request, whose answer goes to the whole.
  init(partOf whole: StemRequest, whenAnswered: @escaping (Answer) -> Void) {
    address = whole.address
    client = whole.client
    log = whole.log
    self.whenAnswered = whenAnswered
  }

  /// Parts that answer the request together: with the first failure, or once all are done.
  func parts(_ count: Int, done: @escaping () -> Void) -> [StemRequest] {
    var left = count
    return (0..<count).map { _ in
      StemRequest(partOf: self) { answer in
        left -= 1
        if case .failed(let failure) = answer { self.fail(failure) }
        if left == 0 { done() }
      }
    }
  }

  /// `/done ADDRESS …`, and a line in the log.
  func done(_ arguments: [OSCArgument] = [], _ summary: String = "", level: Logger.Level = .info) {
    guard !isAnswered else { return }
    isAnswered = true
    if let whenAnswered { return whenAnswered(.done(arguments, summary: summary)) }
    log.log(level: level, line(arguments, summary), metadata: metadata)
    client.reply(OSCMessage("/done", [.string(address)] + arguments))
  }

  /// `/fail ADDRESS REASON …`, and a line in the log.
  func fail(_ failure: StemFailure) {
    guard !isAnswered else { return }
    isAnswered = true
    if let whenAnswered { return whenAnswered(.failed(failure)) }
    log.warning(line(failure.about, "refused: \(failure.reason)"), metadata: metadata)
    client.reply(OSCMessage("/fail", [.string(address), .string(failure.reason)] + failure.about))
  }

  /// A reply of the command's own, in place of `/done`.
  ///
  /// - Parameter level: of its line in the log; what clients ask many times a second is of use only to who looks for it.
  func reply(_ message: OSCMessage, _ summary: String = "", level: Logger.Level = .info) {
    guard !isAnswered else { return }
    isAnswered = true
    log.log(level: level, line([], summary), metadata: metadata)
    client.reply(message)
  }

  /// One of several replies, before the answer.
  func replyPart(_ message: OSCMessage) { client.reply(message) }

  /// A line in the log about this command, before its answer.
  func note(_ text: String) { log.debug(line([], text), metadata: metadata) }

  private var metadata: Logger.Metadata { ["command": "\(address)", "client": "\(client)"] }

  private func line(_ about: [OSCArgument], _ text: String) -> Logger.Message {
    let id = about.first.flatMap(\.asInteger).map { " \($0)" } ?? ""
    return text.isEmpty ? "\(address)\(id)" : "\(address)\(id): \(text)"
  }
}
