#if os(Linux) && arch(x86_64)
import Foundation
import Testing

/// A binary holds one copy of a function that several modules emit. What the build for AVX2 emits must not become the
/// copy that every processor runs.
@Suite(.enabled(if: SharedSymbols.areAtHand, "needs nm, objdump and the build's object files"))
struct SharedSymbolTests {
  /// Nothing of the standard library, whose generic functions the kernels must have inlined.
  @Test func noneOfTheStandardLibrary() throws {
    let shared = try SharedSymbols.ofV3()
    let library = shared.filter { $0.hasPrefix("$ss") || $0.contains("4SIMD") }
    #expect(library.isEmpty)
  }

  /// Of the others that are no module's own, the binary holds a copy that every processor runs.
  @Test func theBinaryHoldsTheBaselinesCopies() throws {
    for binary in SharedSymbols.binaries {
      let addresses = try SharedSymbols.functions(of: binary)
      for symbol in try SharedSymbols.ofV3() {
        guard let function = addresses[symbol] else { continue }
        let instructions = try SharedSymbols.instructions(of: binary, function)
        #expect(!instructions.isEmpty)
        let wide = instructions.filter { $0.hasPrefix("v") || $0.contains("ymm") }
        #expect(wide.isEmpty, "\(symbol) in \(binary.lastPathComponent): \(wide.first ?? "")")
      }
    }
  }
}

/// What `nm` and `objdump` tell.
enum SharedSymbols {
  private static var folder: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
  }

  private static func objects(_ module: String) -> [URL] {
    let build = folder.appendingPathComponent("\(module).build")
    let files = try? FileManager.default.contentsOfDirectory(at: build, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "o" }
  }

  /// This binary, and the program beside it.
  static var binaries: [URL] {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return [own, folder.appendingPathComponent("syrinx")].filter { FileManager.default.fileExists(atPath: $0.path) }
  }

  static var areAtHand: Bool {
    !objects("UnitsV3").isEmpty
      && ["/usr/bin/nm", "/usr/bin/objdump"].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func run(_ tool: String, _ arguments: [String]) throws -> [Substring] {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(tool)")
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self).split(separator: "\n")
  }

  /// Functions that the build for AVX2 emits for whoever needs them, and that are not of its own module.
  static func ofV3() throws -> Set<String> {
    var symbols: Set<String> = []
    for line in try run("nm", ["--defined-only"] + objects("UnitsV3").map(\.path)) {
      let fields = line.split(separator: " ")
      if fields.count == 3, fields[1] == "W", !fields[2].contains("UnitsV3") { symbols.insert(String(fields[2])) }
    }
    return symbols
  }

  static func functions(of binary: URL) throws -> [String: (start: Int, size: Int)] {
    var functions: [String: (start: Int, size: Int)] = [:]
    for line in try run("nm", ["--defined-only", "-S", binary.path]) {
      let fields = line.split(separator: " ")
      guard fields.count == 4, "tTwW".contains(fields[2]) else { continue }
      guard let start = Int(fields[0], radix: 16), let size = Int(fields[1], radix: 16) else { continue }
      functions[String(fields[3])] = (start, size)
    }
    return functions
  }

  static func instructions(of binary: URL, _ function: (start: Int, size: Int)) throws -> [String] {
    let lines = try run(
      "objdump",
      [
        "-d", "--no-show-raw-insn", "--start-address=\(function.start)",
        "--stop-address=\(function.start + function.size)", binary.path,
      ])
    return lines.compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      return parts.count == 2 && parts[0].contains(":") ? parts[1].trimmingCharacters(in: .whitespaces) : nil
    }
  }
}
#endif
