/// How a server keeps the audio of its stems.
public struct BufferPolicy: Sendable, Equatable {
  /// Most memory that all buffers together may take, in megabytes (2²⁰ bytes); nil: no limit.
  public var limitMegabytes: Double?
  /// Whether buffers that nothing plays are dropped to make room, those used least recently first.
  public var evicts = false
  /// Longer files stay on the disk and are read as they play.
  public var streamedAboveSeconds = 600.0
  /// What every stem is brought to when it is loaded, in LUFS; nil: stems sound as they are.
  public var loudness: Double?

  /// The most that a quiet stem is raised by, in decibels.
  public static let highestGain = 24.0

  public init() {}
}
