public import RealTime

/// A graph of units: what a synth is made from.
public struct SynthDef: Sendable, Equatable {
  public struct Control: Sendable, Equatable {
    public var name: String
    public var standard: Float
    /// At scalar rate it keeps the value that it had in the synth's first block.
    public var rate: Rate
    /// Whether it is back at zero after each block.
    public var isTrigger: Bool

    public init(_ name: String, _ standard: Float, rate: Rate = .control, isTrigger: Bool = false) {
      self.name = name
      self.standard = standard
      self.rate = rate
      self.isTrigger = isTrigger
    }
  }

  public enum Input: Sendable, Equatable {
    case constant(Float)
    /// A control, by its index.
    case control(Int)
    /// An output of a unit that stands earlier.
    case wire(unit: Int, output: Int)
  }

  public struct Unit: Sendable, Equatable {
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

  /// Other standards for the controls, under a name of their own (`NAME.VARIANT`).
  public struct Variant: Sendable, Equatable {
    public var name: String
    /// One for each control.
    public var values: [Float]

    public init(name: String, values: [Float]) {
      self.name = name
      self.values = values
    }
  }

  public var name: String
  /// A control that stands for an element of an array but the first has no name.
  public var controls: [Control]
  /// In the order in which they run.
  public var units: [Unit]
  public var variants: [Variant]

  public init(name: String, controls: [Control], units: [Unit], variants: [Variant] = []) {
    self.name = name
    self.controls = controls
    self.units = units
    self.variants = variants
  }
}
