import Foundation

let folder = FileManager.default.temporaryDirectory.appendingPathComponent("syrinx-bench-\(getpid())").path
do {
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try StemBenchmark().run(in: folder)
  try DeckStripBenchmark().run(in: folder)
  try KeyLockBenchmark().run(in: folder)
  try LoadBenchmark().run(in: folder)
} catch {
  FileHandle.standardError.write(Data("benchmark: \(error)\n".utf8))
  exit(1)
}
