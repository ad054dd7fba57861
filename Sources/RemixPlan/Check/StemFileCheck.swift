import Foundation

/// Finds the files that a plan names, and asks once for each what it holds.
struct StemFileCheck {
  /// The absolute path of the plan's own folder.
  private let folder: String
  private let probe: StemProbe
  private var known: [String: Result<StemFileFacts, StemFileFault>] = [:]

  init(folder: String, probe: @escaping StemProbe) {
    self.folder = folder
    self.probe = probe
  }

  /// The absolute path that a plan means: relative ones are the plan's folder's, `~` is the home folder.
  func path(of file: String) -> String {
    let written = file == "~" || file.hasPrefix("~/") ? NSHomeDirectory() + file.dropFirst() : file
    let absolute = written.hasPrefix("/") ? written : folder + "/" + written
    guard let resolved = realpath(absolute, nil) else { return absolute }
    defer { free(resolved) }
    return String(validatingCString: resolved) ?? absolute
  }

  /// What the file at an absolute path holds, or why it cannot play.
  mutating func facts(ofFileAt path: String) -> Result<StemFileFacts, StemFileFault> {
    if let answer = known[path] { return answer }
    let answer = fault(ofFileAt: path).map { .failure($0) } ?? Self.checked(probe(path), path)
    known[path] = answer
    return answer
  }

  private func fault(ofFileAt path: String) -> StemFileFault? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return StemFileFault("no such file: \(path)")
    }
    if isFolder.boolValue { return StemFileFault("is a folder, not an audio file: \(path)") }
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    if let type, type != .typeRegular, type != .typeSymbolicLink {
      return StemFileFault("is no regular file: \(path)")
    }
    if !FileManager.default.isReadableFile(atPath: path) {
      return StemFileFault("may not be read (check its permissions): \(path)")
    }
    return nil
  }

  private static func checked(
    _ answer: Result<StemFileFacts, StemFileFault>, _ path: String
  ) -> Result<StemFileFacts, StemFileFault> {
    switch answer {
    case .failure(let fault):
      return .failure(StemFileFault("cannot be read as audio: \(fault): \(path)"))
    case .success(let facts) where facts.frames <= 0:
      return .failure(StemFileFault("holds no audio: \(path)"))
    case .success(let facts) where !(facts.sampleRate.isFinite && facts.sampleRate > 0):
      return .failure(StemFileFault("has no valid sample rate: \(path)"))
    case .success:
      return answer
    }
  }
}
