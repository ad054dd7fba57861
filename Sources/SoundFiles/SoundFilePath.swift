#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the system says of a path before libsndfile sees it.
enum SoundFilePath {
  /// Throws unless a plain file is there.
  static func checkReadable(_ path: String) throws(SoundFileError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw SoundFileError(.missing, path: path, path.isEmpty ? "no file is named" : "no such file: \(path)")
    }
    guard let mode = try mode(of: path) else {
      throw SoundFileError(.missing, path: path, "no such file: \(path)")
    }
    try checkKind(mode, path)
    if mode & S_IFMT != S_IFREG {
      throw SoundFileError(.notAFile, path: path, "\(path) is a pipe or a device; only files can be read")
    }
    if access(path, R_OK) != 0 {
      throw SoundFileError(.forbidden, path: path, "not readable: \(path) (\(systemWords()))")
    }
  }

  /// Throws when no file could be written there.
  static func checkWritable(_ path: String) throws(SoundFileError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw SoundFileError(.refused, path: path, "“\(path)” cannot be a file's name")
    }
    if let mode = try mode(of: path) { try checkKind(mode, path) }
  }

  private static func checkKind(_ mode: mode_t, _ path: String) throws(SoundFileError) {
    if mode & S_IFMT == S_IFDIR { throw SoundFileError(.notAFile, path: path, "\(path) is a folder") }
  }

  /// Nil when there is nothing.
  private static func mode(of path: String) throws(SoundFileError) -> mode_t? {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw SoundFileError(.forbidden, path: path, "not readable: \(path) (\(systemWords()))")
  }

  private static func systemWords() -> String { String(cString: strerror(errno)) }
}
