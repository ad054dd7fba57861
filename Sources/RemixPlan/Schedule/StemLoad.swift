/// A file to be read into a buffer.
public struct StemLoad: Sendable, Equatable {
  public let id: Int32
  /// Absolute, on the server's machine.
  public let path: String
  public let name: String

  public init(id: Int32, path: String, name: String) {
    self.id = id
    self.path = path
    self.name = name
  }
}
