#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file's bytes at chosen places.
final class FileBytes {
  let count: Int64
  private let descriptor: Int32

  init?(path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    let end = lseek(descriptor, 0, SEEK_END)
    count = Int64(max(0, end))
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The bytes from `offset`; fewer than asked for where the file ends, none outside of it.
  func bytes(at offset: Int64, count wanted: Int) -> [UInt8] {
    guard offset >= 0, offset < count, wanted > 0 else { return [] }
    let length = Int(min(Int64(wanted), count - offset))
    return [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
      filled = 0
      while filled < length {
        let got = pread(descriptor, buffer.baseAddress! + filled, length - filled, off_t(offset) + off_t(filled))
        guard got > 0 else { break }
        filled += got
      }
    }
  }

  /// Four letters of a chunk's name; empty outside of the file.
  func letters(at offset: Int64) -> String {
    String(decoding: bytes(at: offset, count: 4), as: UTF8.self)
  }

  func integer<Value: FixedWidthInteger & UnsignedInteger>(
    _ type: Value.Type, at offset: Int64, bigEndian: Bool
  ) -> Value? {
    let bytes = bytes(at: offset, count: MemoryLayout<Value>.size)
    guard bytes.count == MemoryLayout<Value>.size else { return nil }
    return (bigEndian ? bytes : bytes.reversed()).reduce(0) { $0 << 8 | Value($1) }
  }
}
