import CJACK
import Foundation

/// One run of jackd, ended at the latest with the process that started it.
final class JACKServerProcess: Sendable {
  private let processID: pid_t
  private let shell: Process
  /// The shell ends the server when this closes, so that a crashed test leaves none behind.
  private let leash = Pipe()

  /// Returns when the server takes clients.
  init(name: String, arguments: String) throws {
    let log = FileManager.default.temporaryDirectory.appendingPathComponent("\(name).log")
    defer { try? FileManager.default.removeItem(at: log) }
    let answer = Pipe()
    shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = [
      "-c",
      "command -v jackd >/dev/null || exit 7; jackd -n \(name) -r \(arguments) >\"$0\" 2>&1 </dev/null & server=$!; "
        + "echo $server; exec 3<&0 >/dev/null 2>&1; { cat <&3; kill $server; } & wait $server; status=$?; kill $!; exit $status",
      log.path,
    ]
    var environment = ProcessInfo.processInfo.environment
    environment["JACK_NO_AUDIO_RESERVATION"] = "1"
    shell.environment = environment
    shell.standardInput = leash
    shell.standardOutput = answer
    try Self.startUnmasked(shell)
    let line = String(decoding: Self.line(from: answer.fileHandleForReading), as: UTF8.self)
    guard let processID = pid_t(line) else {
      throw JACKServerFailure(description: "jackd is not installed: run Scripts/bootstrap.sh test")
    }
    self.processID = processID
    guard waitUntilReady(name) else {
      end()
      let words = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
      throw JACKServerFailure(description: "jackd did not start on the dummy driver (server \(name)):\n\(words)")
    }
  }

  func kill() { if shell.isRunning { Foundation.kill(processID, SIGKILL) } }

  /// Returns when it has ended: whether in peace. It is not when clients die while it does.
  @discardableResult
  func end() -> Bool {
    if shell.isRunning { Foundation.kill(processID, SIGTERM) }
    try? leash.fileHandleForWriting.close()
    shell.waitUntilExit()
    return shell.terminationStatus == 0
  }

  private func waitUntilReady(_ name: String) -> Bool {
    for _ in 0..<1000 {
      if let client = syrinx_jack_client_open("ready", nil, name) {
        jack_client_close(client)
        return true
      }
      guard shell.isRunning else { return false }
      usleep(10000)  // jackd announces nothing
    }
    return false
  }

  /// Swift's threads block all signals; a child would inherit that, and the shell never learn that jackd has ended.
  private static func startUnmasked(_ shell: Process) throws {
    var none = sigset_t()
    var masked = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &masked)
    defer { pthread_sigmask(SIG_SETMASK, &masked, nil) }
    try shell.run()
  }

  private static func line(from file: FileHandle) -> [UInt8] {
    var line: [UInt8] = []
    while let byte = try? file.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
    return line
  }
}
