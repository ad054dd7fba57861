import Foundation
import SoundFiles
import Testing

#if os(Linux)
import Glibc

// The C library's, whose header shows it to GNU programs only.
@_silgen_name("fallocate")
private func allocate(_ descriptor: Int32, _ mode: Int32, _ offset: Int, _ length: Int) -> Int32

/// A file that passes 4 GB.
@Suite struct LargeFileTests {
  /// Written whole, through the same door as any recording; what has been written is given back to the system as we go, so
  /// that it takes neither disk nor memory.
  @Test func aWaveFilePast4GBIsRF64() throws {
    let shared = URL(fileURLWithPath: "/dev/shm")
    let place =
      FileManager.default.isWritableFile(atPath: shared.path) ? shared : FileManager.default.temporaryDirectory
    let path = place.appendingPathComponent("syrinx-\(UUID().uuidString).wav").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = try SoundFileWriter(
      path: path, format: SoundFileFormat(.rf64, .float32), channels: 64, sampleRate: 192_000)
    let descriptor = open(path, O_RDWR)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let chunk = 65_536
    let silence = [Float](repeating: 0, count: chunk * 64)
    var bytes = 4096
    while writer.frames * 64 * 4 <= 1 << 32 {
      try writer.write(silence, frames: chunk)
      // 3: keep the size, punch a hole.
      guard allocate(descriptor, 3, bytes, chunk * 64 * 4) == 0 else { continue }
      bytes += chunk * 64 * 4
    }
    let last = (0..<64).map { Float($0) / 64 }
    try writer.write(last, frames: 1)
    let frames = writer.frames
    // Of a crash, too.
    try writer.sync()
    try check(path, frames: frames, last: last)
    try writer.close()
    try check(path, frames: frames, last: last)
  }

  private func check(_ path: String, frames: Int64, last: [Float]) throws {
    let file = try #require(FileHandle(forReadingAtPath: path))
    let head = [UInt8](try file.read(upToCount: 36) ?? Data())
    let size = try file.seekToEnd()
    try file.close()
    #expect(size > 1 << 32)
    #expect(String(decoding: head[0..<4], as: UTF8.self) == "RF64" && head[4..<8].allSatisfy { $0 == 0xFF })
    #expect(String(decoding: head[12..<16], as: UTF8.self) == "ds64")
    let riff = head[20..<28].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let data = head[28..<36].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    #expect(riff == size - 8 && data == UInt64(frames) * 64 * 4)
    let reader = try SoundFileReader(path: path)
    #expect(reader.info.frames == frames)
    try reader.seek(toFrame: frames - 1)
    var read = [Float](repeating: -1, count: 64)
    #expect(try reader.read(into: &read, frames: 1) == 1)
    #expect(read == last)
  }
}
#endif
