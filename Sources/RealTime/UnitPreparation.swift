/// What a unit is told when control prepares its state, before the audio thread sees it.
public struct UnitPreparation: Sendable {
  /// In hertz.
  public var sampleRate: Double
  public var rate: Rate
  public var inputRates: [Rate]
  /// Each input's value when the synth is made; nil where a unit computes it.
  public var inputValues: [Float?]
  public var outputCount: Int
  /// The operator of an operator unit, the first index of a control unit.
  public var specialIndex: Int

  public init(
    sampleRate: Double, rate: Rate, inputRates: [Rate], inputValues: [Float?], outputCount: Int, specialIndex: Int
  ) {
    self.sampleRate = sampleRate
    self.rate = rate
    self.inputRates = inputRates
    self.inputValues = inputValues
    self.outputCount = outputCount
    self.specialIndex = specialIndex
  }

  /// Values in a second of the unit's own rate.
  public var valuesPerSecond: Double {
    rate == .audio ? sampleRate : sampleRate / Double(RenderContext.blockFrames)
  }
}
