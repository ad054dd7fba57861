import Control
import Foundation

/// Definitions from bytes, files or folders.
enum SynthDefSource {
  /// What was read, and what was wrong with the rest.
  struct Reading: Sendable {
    var definitions: [SynthDef] = []
    var faults: [String] = []
  }

  /// - Parameter file: where the bytes are from, for errors.
  static func read(_ bytes: [UInt8], of file: String?) -> Reading {
    do throws(SynthDefError) {
      return Reading(definitions: try SynthDefReader.read(bytes))
    } catch {
      return Reading(faults: [file.map { "\($0): \(error)" } ?? error.description])
    }
  }

  static func load(file: String) -> Reading {
    guard let data = FileManager.default.contents(atPath: file) else {
      return Reading(faults: ["no such file: \(file)"])
    }
    return read([UInt8](data), of: file)
  }

  /// All files that a shell's pattern fits.
  static func load(pattern: String) -> Reading {
    var matches = glob_t()
    defer { globfree(&matches) }
    guard glob(pattern, GLOB_TILDE, nil, &matches) == 0 else { return Reading(faults: ["no file fits \(pattern)"]) }
    var reading = Reading()
    for index in 0..<Int(matches.gl_pathc) {
      guard let path = matches.gl_pathv[index] else { continue }
      reading.add(load(file: String(cString: path)))
    }
    return reading
  }

  /// All `.scsyndef` files below a folder.
  static func load(folder: String) -> Reading {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
      let files = FileManager.default.enumerator(atPath: folder)
    else {
      return Reading(faults: ["no such folder: \(folder)"])
    }
    var reading = Reading()
    for case let file as String in files where file.hasSuffix(".scsyndef") {
      reading.add(load(file: folder + "/" + file))
    }
    return reading
  }
}

extension SynthDefSource.Reading {
  mutating func add(_ other: SynthDefSource.Reading) {
    definitions += other.definitions
    faults += other.faults
  }
}
