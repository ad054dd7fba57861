import Foundation
public import ScsynthProtocol

/// SuperCollider's server as a program: its command line, its lines on standard output, its exit codes.
public enum ScsynthProgram {
  /// - Parameter arguments: without the program's name.
  /// - Returns: the exit code.
  public static func run(_ arguments: [String]) async -> Int32 {
    switch ScsynthCommandLine.read(arguments) {
    case .exit(let text, let code):
      print(text)
      return code
    case .run(let options):
      guard let score = options.score else { return await serve(options) }
      do {
        try ScoreRenderer(options, score, print: print).run()
        return 0
      } catch {
        print("\(error)")
        return 1
      }
    }
  }

  private static func serve(_ options: ScsynthOptions) async -> Int32 {
    let session: ScsynthSession
    do {
      session = try ScsynthSession(options, print: print)
      try await session.start()
    } catch {
      print("ERROR: \(error)")
      return 1
    }
    if options.verbosity >= 0 { print("SuperCollider 3 server ready.") }
    await session.waitForEnd()
    await session.stop()
    return 0
  }

  /// A line on standard output, at once: clients wait for it.
  @Sendable static func print(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
