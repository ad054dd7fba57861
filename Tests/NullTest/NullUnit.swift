import Control
public import RealTime

/// A unit with what its inputs may be, from which a case comes for every rate and input pattern.
public struct NullUnit: Sendable {
  public enum Input: Sendable {
    case constant(Float)
    /// Seeded noise of this peak, at the unit's own rate.
    case signal(peak: Float)
    /// A number: `at` where it stands still, else anywhere from `low` to `high`. `audio`: whether audio rate does, too.
    case range(low: Float, high: Float, at: Float, audio: Bool)
    /// Triggers, at the unit's own rate.
    case triggers(hertz: Float)
    /// A gate that is open for the first half, at control rate.
    case gate
    /// The case's buffer of this index.
    case buffer(Int)

    public static var signal: Input { .signal(peak: 1) }

    public static func range(_ low: Float, _ high: Float, at: Float, audio: Bool = true) -> Input {
      .range(low: low, high: high, at: at, audio: audio)
    }

    var range: (low: Float, high: Float, audio: Bool)? {
      if case .range(let low, let high, _, let audio) = self { (low, high, audio) } else { nil }
    }

    func still(_ graph: inout NullGraph, _ rate: Rate) -> NullGraph.Input {
      switch self {
      case .constant(let value): .constant(value)
      case .signal(let peak): graph.noise(rate == .scalar ? .control : rate, peak: peak)
      case .range(_, _, let value, _): .constant(value)
      case .triggers(let hertz): graph.triggers(rate, hertz: hertz)
      case .gate: graph.gate(.control)
      case .buffer(let index): graph.buffer(index)
      }
    }
  }

  let name: String
  let rates: [Rate]
  let inputs: [Input]
  let outputs: Int
  let special: Int
  let label: String
  let seconds: Double
  let buffers: [NullBuffer]
  let expectation: NullCase.Expectation

  /// - Parameter label: added to the patterns' names, to tell an operator, say.
  public init(
    _ name: String, rates: [Rate] = [.audio, .control], _ inputs: [Input], outputs: Int = 1, special: Int = 0,
    label: String = "", seconds: Double = 0.25, buffers: [NullBuffer] = [],
    expectation: NullCase.Expectation = .residual(decibels: -100)
  ) {
    self.name = name
    self.rates = rates
    self.inputs = inputs
    self.outputs = outputs
    self.special = special
    self.label = label
    self.seconds = seconds
    self.buffers = buffers
    self.expectation = expectation
  }

  /// Still inputs; each number that moves at control and at audio rate, smoothly and in jumps; each at both its edges.
  public var cases: [NullCase] { rates.flatMap(cases(at:)) }

  private func cases(at rate: Rate) -> [NullCase] {
    var all = [makeCase(rate, "still", changing: nil) { _ in .constant(0) }]
    for (index, input) in inputs.enumerated() {
      guard let (low, high, audio) = input.range else { continue }
      let place = "input \(index)"
      all.append(makeCase(rate, "\(place) at \(low)", changing: index) { _ in .constant(low) })
      all.append(makeCase(rate, "\(place) at \(high)", changing: index) { _ in .constant(high) })
      guard rate != .scalar else { continue }
      all.append(makeCase(rate, "\(place) glides, kr", changing: index) { $0.line(.control, low, high) })
      all.append(makeCase(rate, "\(place) jumps, kr", changing: index) { $0.jumps(.control, low, high) })
      guard audio && rate == .audio else { continue }
      all.append(makeCase(rate, "\(place) glides, ar", changing: index) { $0.line(.audio, low, high) })
      all.append(makeCase(rate, "\(place) jumps, ar", changing: index) { $0.jumps(.audio, low, high) })
    }
    return all
  }

  private func makeCase(
    _ rate: Rate, _ pattern: String, changing changed: Int?,
    _ change: @escaping @Sendable (inout NullGraph) -> NullGraph.Input
  ) -> NullCase {
    let text = label.isEmpty ? pattern : "\(label), \(pattern)"
    return NullCase(
      name, rate, text, seconds: seconds, channels: outputs, buffers: buffers, expectation: expectation
    ) { [self] graph in
      let wires = inputs.enumerated().map { index, input in
        index == changed ? change(&graph) : input.still(&graph, rate)
      }
      return graph.unit(name, rate, wires, outputs: outputs, special: special)
    }
  }
}
