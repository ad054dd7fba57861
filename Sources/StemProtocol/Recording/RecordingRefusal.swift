/// Why there is no recording, in words for a person.
public struct RecordingRefusal: Error, Sendable, CustomStringConvertible {
  public var description: String
}
