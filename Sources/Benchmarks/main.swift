import Foundation

/// Which benchmarks to run, by name; without any, all of them.
let benchmarks: [(name: String, run: (String) throws -> Void)] = [
  ("stems", { try StemBenchmark().run(in: $0) }),
  ("interpolation", { try InterpolationBenchmark().run(in: $0) }),
  ("strips", { try DeckStripBenchmark().run(in: $0) }),
  ("keylock", { try KeyLockBenchmark().run(in: $0) }),
  ("patches", { try PatchBenchmark().run(in: $0) }),
  ("loads", { try LoadBenchmark().run(in: $0) }),
]
let chosen = CommandLine.arguments.dropFirst()
if let unknown = chosen.first(where: { name in !benchmarks.contains { $0.name == name } }) {
  let names = benchmarks.map(\.name).joined(separator: ", ")
  FileHandle.standardError.write(Data("benchmark: there is no '\(unknown)'; there are \(names)\n".utf8))
  exit(2)
}
let folder = FileManager.default.temporaryDirectory.appendingPathComponent("syrinx-bench-\(getpid())").path
do {
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  for benchmark in benchmarks where chosen.isEmpty || chosen.contains(benchmark.name) {
    try benchmark.run(folder)
  }
} catch {
  FileHandle.standardError.write(Data("benchmark: \(error)\n".utf8))
  exit(1)
}
