import Foundation

extension ScsynthServer {
  /// Takes the definitions in that lie where SuperCollider keeps them: `SC_SYNTHDEF_PATH`, else the user's folder.
  public func loadStandardDefinitions() {
    let environment = ProcessInfo.processInfo.environment
    let folders: [String]
    if let path = environment["SC_SYNTHDEF_PATH"] {
      folders = path.split(separator: ":").map { String($0) }
    } else {
      let home = environment["HOME"] ?? ""
      let data = environment["XDG_DATA_HOME"] ?? "\(home)/.local/share"
      #if os(macOS)
      folders = ["\(home)/Library/Application Support/SuperCollider/synthdefs"]
      #else
      folders = ["\(data)/SuperCollider/synthdefs"]
      #endif
    }
    for folder in folders where FileManager.default.fileExists(atPath: folder) {
      let reading = SynthDefSource.load(folder: folder)
      for fault in reading.faults + add(reading.definitions) { output("*** ERROR: \(fault)") }
    }
  }
}
