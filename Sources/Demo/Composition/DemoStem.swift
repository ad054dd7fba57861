public import SoundFiles

/// One of a song's files: what plays in it, and in which form it is written.
public struct DemoStem: Sendable {
  /// `bass`, `drums`, `vocals`, `piano` or `other`.
  public let name: String
  /// In hertz.
  public let sampleRate: Double
  public let encoding: SoundFileFormat.Encoding
  public let channels: Int
  /// The level of its loudest sample below full scale.
  public let peakDecibels: Double
  let space: StemSpace
  let parts: [Part]
}
