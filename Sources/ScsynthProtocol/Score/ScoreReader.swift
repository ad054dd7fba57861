import Foundation
import OSC

/// Reads a score: bundles with a length before each, in the order of their times.
final class ScoreReader {
  private let file: FileHandle
  private var offset: UInt64 = 0

  /// - Parameter path: nil: standard input.
  init(path: String?) throws(ScoreError) {
    guard let path else {
      file = .standardInput
      return
    }
    guard let opened = FileHandle(forReadingAtPath: path) else {
      throw ScoreError("Couldn't open non real time command file.")
    }
    file = opened
  }

  /// The next bundle; nil at the end.
  func next() throws(ScoreError) -> OSCBundle? {
    guard let head = read(4), head.count == 4 else { return nil }
    let length = head.reduce(0) { $0 << 8 | Int($1) }
    guard length <= 1 << 30 else { throw broken("its length of \(length) bytes is above 2^30") }
    guard let bytes = read(length), bytes.count == length else { throw broken("the file ends within it") }
    defer { offset += UInt64(length) }
    let packet: OSCPacket
    do throws(OSCDecodingError) {
      packet = try OSCPacket(decoding: bytes)
    } catch {
      throw broken("\(error)")
    }
    guard case .bundle(let bundle) = packet else { throw broken("it is no bundle") }
    return bundle
  }

  private func read(_ count: Int) -> [UInt8]? {
    guard count > 0 else { return [] }
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard let part = try? file.read(upToCount: count - bytes.count), !part.isEmpty else { break }
      bytes += part
    }
    if count == 4 { offset += UInt64(bytes.count) }
    return bytes
  }

  private func broken(_ why: String) -> ScoreError { ScoreError("score, packet at byte \(offset): \(why)") }
}
