import Foundation

/// A program under test or a peer: where it is.
enum Program {
  /// Ours, built beside the tests.
  static func built(_ name: String) -> String? {
    let paths = CommandLine.arguments.filter { $0.contains("/") } + [Bundle.main.bundlePath]
    for path in paths {
      var folder = URL(fileURLWithPath: path)
      while folder.path != "/" {
        let program = folder.appendingPathComponent(name)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: program.path, isDirectory: &isFolder), !isFolder.boolValue,
          FileManager.default.isExecutableFile(atPath: program.path)
        {
          return program.path
        }
        folder.deleteLastPathComponent()
      }
    }
    return nil
  }

  /// SuperCollider's, where it is installed.
  static func installed(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile(atPath:))
  }

  /// Runs to its end; gives back the exit code and standard output.
  static func run(_ path: String, _ arguments: [String]) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}
