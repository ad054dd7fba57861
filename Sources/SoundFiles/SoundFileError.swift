/// Why a sound file could not be read or written, in words that name the file.
public struct SoundFileError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Reason: Sendable, Equatable {
    /// No file has that path.
    case missing
    /// The path leads to a folder, a pipe or a device.
    case notAFile
    /// The system forbids it.
    case forbidden
    /// The file holds something else than sound.
    case notAudio
    /// It holds sound in a form that libsndfile does not read or write.
    case unsupported
    /// It ends before its header says.
    case truncated
    /// Its bytes make no sense somewhere.
    case corrupt
    /// There is no room for what was to be written.
    case full
    /// A request that makes no sense: a seek beyond the end, channels below one.
    case refused
  }

  public var reason: Reason
  public var path: String
  public var description: String

  public init(_ reason: Reason, path: String, _ description: String) {
    self.reason = reason
    self.path = path
    self.description = description
  }
}
