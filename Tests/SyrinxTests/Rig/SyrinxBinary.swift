import Foundation

/// The program under test, built beside the tests.
enum SyrinxBinary {
  struct Missing: Error, CustomStringConvertible {
    var description: String
  }

  static func url() throws -> URL {
    let paths = CommandLine.arguments.filter { $0.contains("/") } + [Bundle.main.bundlePath]
    for path in paths {
      var folder = URL(fileURLWithPath: path)
      while folder.path != "/" {
        let program = folder.appendingPathComponent("syrinx")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: program.path, isDirectory: &isFolder), !isFolder.boolValue,
          FileManager.default.isExecutableFile(atPath: program.path)
        {
          return program
        }
        folder.deleteLastPathComponent()
      }
    }
    throw Missing(description: "no syrinx beside the tests: `swift build` in the configuration of the tests builds it")
  }
}
