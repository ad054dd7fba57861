/// What a server says of a stem that is loaded.
public struct StemReading: Sendable, Equatable {
  public let id: Int32
  public let name: String
  /// A letter, A to D.
  public let deck: String
  public let isPlaying: Bool
  public let positionSeconds: Double
  public let durationSeconds: Double
  public let volume: Double
  /// The largest samples since they were last asked for, 1 at full scale.
  public let peakLeft: Double
  public let peakRight: Double

  public init(
    id: Int32, name: String, deck: String, isPlaying: Bool, positionSeconds: Double, durationSeconds: Double,
    volume: Double, peakLeft: Double, peakRight: Double
  ) {
    self.id = id
    self.name = name
    self.deck = deck
    self.isPlaying = isPlaying
    self.positionSeconds = positionSeconds
    self.durationSeconds = durationSeconds
    self.volume = volume
    self.peakLeft = peakLeft
    self.peakRight = peakRight
  }

  public var peak: Double { max(peakLeft, peakRight) }
}
