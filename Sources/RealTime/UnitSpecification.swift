/// What a unit declares of itself, once, as data: names, reference pages and error texts come from here.
public struct UnitSpecification: Sendable {
  public struct Input: Sendable {
    public var name: String
    /// A line for the reference, without the unit of measure.
    public var summary: String
    public var range: ClosedRange<Double>
    /// The unit of measure: `hertz`, `seconds`, `frames`, …; empty for a plain number.
    public var measure: String
    public var standard: Float
    /// The rates that it takes.
    public var rates: [Rate]
    /// Whether a unit at audio rate takes audio rate only here.
    public var followsUnit: Bool

    public init(
      _ name: String, _ summary: String, range: ClosedRange<Double> = -Double.infinity...Double.infinity,
      measure: String = "", standard: Float = 0, rates: [Rate] = [.scalar, .control, .audio], followsUnit: Bool = false
    ) {
      self.name = name
      self.summary = summary
      self.range = range
      self.measure = measure
      self.standard = standard
      self.rates = rates
      self.followsUnit = followsUnit
    }

    /// Whether a unit of a rate takes audio rate only here.
    public func needsAudio(of rate: Rate) -> Bool { rates == [.audio] || (followsUnit && rate == .audio) }
  }

  public var name: String
  public var summary: String
  public var inputs: [Input]
  /// Whether the last input repeats: one for each channel, say.
  public var lastInputRepeats: Bool
  /// Names of the outputs; a unit whose number of outputs the graph decides names none.
  public var outputs: [String]
  public var rates: [Rate]
  /// Where the algorithm is from.
  public var source: String

  public init(
    _ name: String, _ summary: String, inputs: [Input], lastInputRepeats: Bool = false, outputs: [String],
    rates: [Rate] = [.audio], source: String = ""
  ) {
    self.name = name
    self.summary = summary
    self.inputs = inputs
    self.lastInputRepeats = lastInputRepeats
    self.outputs = outputs
    self.rates = rates
    self.source = source
  }
}
