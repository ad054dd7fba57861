import Foundation

extension RemixPlan {
  /// Reads and checks the plan in a file. A file that is not there, or holds no JSON, is a problem like any other.
  public static func read(file: String, probe: @escaping StemProbe) -> PlanReading {
    let written = file == "~" || file.hasPrefix("~/") ? NSHomeDirectory() + file.dropFirst() : file
    let current = FileManager.default.currentDirectoryPath
    let path = written.hasPrefix("/") ? written : current + "/" + written
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return refusal(file, "no such file: \(path)")
    }
    if isFolder.boolValue { return refusal(file, "is a folder: name the plan's JSON file in it") }
    guard let data = FileManager.default.contents(atPath: path) else {
      return refusal(file, "may not be read (check its permissions): \(path)")
    }
    let folder = (path as NSString).deletingLastPathComponent
    return read(bytes: [UInt8](data), file: file, folder: folder, probe: probe)
  }

  /// Reads and checks the plan in a text; `folder` is the absolute path that its files are relative to.
  public static func read(
    bytes: [UInt8], file: String, folder: String, probe: @escaping StemProbe
  ) -> PlanReading {
    let document: JSONValue
    do {
      document = try JSONReader.read(bytes)
    } catch {
      let problem = PlanProblem(.mistake, path: "", place: error.place, "is no JSON: \(error.reason)")
      return PlanReading(file: file, plan: nil, problems: [problem])
    }
    var reader = PlanReader(files: StemFileCheck(folder: folder, probe: probe))
    let plan = reader.plan(document)
    return PlanReading(file: file, plan: plan, problems: reader.findings.inOrder)
  }

  private static func refusal(_ file: String, _ text: String) -> PlanReading {
    PlanReading(file: file, plan: nil, problems: [PlanProblem(.mistake, path: "", place: .start, text)])
  }
}
