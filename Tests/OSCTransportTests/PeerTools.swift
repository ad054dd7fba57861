import Foundation
import Testing

/// The programs of other people that the tests speak to.
enum PeerTools {
  struct Missing: Error, CustomStringConvertible {
    let what: String
    var description: String { "\(what) is missing: run Scripts/bootstrap.sh test" }
  }

  private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let packageRoot = here.deletingLastPathComponent().deletingLastPathComponent()

  /// Where python packages are installed, by `pip install --target`.
  private static var packages: URL {
    let given = ProcessInfo.processInfo.environment["SYRINX_PEERS"]
    return URL(fileURLWithPath: given ?? ".build/peers", relativeTo: packageRoot)
  }

  /// A script of `Peers` with python-osc at hand.
  static func python(_ script: String, _ arguments: String...) throws -> RunningPeer {
    guard FileManager.default.fileExists(atPath: packages.appendingPathComponent("pythonosc").path) else {
      throw Missing(what: "python-osc, in \(packages.path),")
    }
    var environment = ProcessInfo.processInfo.environment
    environment["PYTHONPATH"] = packages.path
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    let path = here.appendingPathComponent("Peers").appendingPathComponent(script).path
    return try RunningPeer(try find("python3"), [path] + arguments, environment: environment)
  }

  /// `oscsend` or `oscdump`.
  static func liblo(_ program: String, _ arguments: String...) throws -> RunningPeer {
    try RunningPeer(try find(program), arguments, environment: ProcessInfo.processInfo.environment)
  }

  private static func find(_ program: String) throws -> URL {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for folder in folders {
      let url = URL(fileURLWithPath: String(folder)).appendingPathComponent(program)
      if FileManager.default.isExecutableFile(atPath: url.path) { return url }
    }
    throw Missing(what: program)
  }
}
