public import RealTime

/// A graph of units: what a synth is made from.
public struct SynthDef: Sendable {
  public struct Control: Sendable {
    public var name: String
    public var standard: Float
    public var rate: Rate

    public init(_ name: String, _ standard: Float, rate: Rate = .control) {
      self.name = name
      self.standard = standard
      self.rate = rate
    }
  }

  public enum Input: Sendable, Equatable {
    case constant(Float)
    /// A control, by its index.
    case control(Int)
    /// An output of a unit that stands earlier.
    case wire(unit: Int, output: Int)
  }

  public struct Unit: Sendable {
    public var name: String
    public var rate: Rate
    public var inputs: [Input]
    public var outputRates: [Rate]
    public var specialIndex: Int

    public init(_ name: String, rate: Rate, inputs: [Input], outputRates: [Rate], specialIndex: Int = 0) {
      self.name = name
      self.rate = rate
      self.inputs = inputs
      self.outputRates = outputRates
      self.specialIndex = specialIndex
    }
  }

  public var name: String
  public var controls: [Control]
  /// In the order in which they run.
  public var units: [Unit]

  public init(name: String, controls: [Control], units: [Unit]) {
    self.name = name
    self.controls = controls
    self.units = units
  }
}
