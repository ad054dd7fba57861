import Foundation

/// Lines from a file or a pipe, answers to standard output.
final class PlainConsole: Console {
  private let requests = DispatchSemaphore(value: 0)

  /// - Parameter deliver: called on a thread of the console's own.
  init(deliver: @escaping @Sendable (ConsoleInput) -> Void) {
    let requests = requests
    let thread = Thread {
      while true {
        requests.wait()
        guard let line = readLine(strippingNewline: true) else { return deliver(.end) }
        deliver(.line(line))
      }
    }
    thread.name = "lines"
    thread.start()
  }

  func ask() { requests.signal() }

  func show(_ text: String) { Terminal.write(text + "\n") }

  /// The thread may wait in a read, which ends with the process.
  func close() async {}
}
