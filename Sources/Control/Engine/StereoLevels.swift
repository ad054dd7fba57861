/// What a meter shows: peaks and root mean squares of left and right, linear, over the last twentieth of a second.
public struct StereoLevels: Sendable, Equatable {
  public var peakLeft: Float
  public var peakRight: Float
  public var rmsLeft: Float
  public var rmsRight: Float

  public init(peakLeft: Float, peakRight: Float, rmsLeft: Float, rmsRight: Float) {
    self.peakLeft = peakLeft
    self.peakRight = peakRight
    self.rmsLeft = rmsLeft
    self.rmsRight = rmsRight
  }

  public static let silence = StereoLevels(peakLeft: 0, peakRight: 0, rmsLeft: 0, rmsRight: 0)
}
