public import RealTime

/// One synth that both servers render, and what must be true of the two results.
public struct NullCase: Sendable {
  public enum Expectation: Sendable {
    /// The difference lies so many decibels below the peer's own sound, or lower.
    case residual(decibels: Double)
    /// Sameness is impossible, for this reason; instead this holds: gives back what is wrong, nil when all is well.
    case property(String, @Sendable (_ ours: [[Float]], _ peers: [[Float]]) -> String?)
  }

  public var unit: String
  public var rate: Rate
  /// What its inputs do, in words.
  public var pattern: String
  public var seconds: Double
  public var buffers: [NullBuffer]
  public var expectation: Expectation
  /// Builds the synth; gives back the signals to compare, of any rate but demand.
  public var build: @Sendable (inout NullGraph) -> [NullGraph.Input]
  /// How many signals `build` gives back.
  public var channels: Int

  public init(
    _ unit: String, _ rate: Rate, _ pattern: String, seconds: Double = 0.25, channels: Int = 1,
    buffers: [NullBuffer] = [], expectation: Expectation = .residual(decibels: -100),
    build: @escaping @Sendable (inout NullGraph) -> [NullGraph.Input]
  ) {
    self.unit = unit
    self.rate = rate
    self.pattern = pattern
    self.seconds = seconds
    self.channels = channels
    self.buffers = buffers
    self.expectation = expectation
    self.build = build
  }

  public var name: String { "\(unit).\(rate.suffix), \(pattern)" }
}

extension Rate {
  /// As SuperCollider's class library calls it: ar, kr, ir, dr.
  public var suffix: String {
    switch self {
    case .audio: "ar"
    case .control: "kr"
    case .scalar: "ir"
    case .demand: "dr"
    }
  }
}
