/// Why a file cannot be read as audio, in the reader's own words.
public struct StemFileFault: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}

/// Opens an audio file, given its absolute path, and says what its header says.
public typealias StemProbe = @Sendable (_ path: String) -> Result<StemFileFacts, StemFileFault>
