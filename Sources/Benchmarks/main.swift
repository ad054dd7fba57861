import Foundation

setvbuf(stdout, nil, _IOLBF, 0)
do {
  try StemBenchmark().run()
} catch {
  FileHandle.standardError.write(Data("benchmark: \(error)\n".utf8))
  exit(1)
}
