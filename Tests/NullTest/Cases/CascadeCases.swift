import Control
import RealTime

/// What SuperCollider's class library makes of several units, where it is the coefficients that must be exact.
enum CascadeCases {
  private typealias Input = NullGraph.Input

  static let all: [NullCase] =
    [false, true].flatMap { isHigh -> [NullCase] in
      [Float(60), 1200, 9000].map { pitch in cascade(isHigh, "\(pitch) hertz") { _ in .constant(pitch) } }
        + [cascade(isHigh, "glides, kr") { $0.line(.control, 100, 6000) }]
    } + [
      NullCase("HPZ1", .control, "Changed: what a control that steps does") { graph in
        let steps = graph.unit("LFPulse", .control, [.constant(20), .constant(0), .constant(0.5)])[0]
        let change = graph.unit("HPZ1", .control, [steps])[0]
        let size = graph.unit("UnaryOpUGen", .control, [change], special: 5)[0]
        return [graph.unit("BinaryOpUGen", .control, [size, .constant(0)], special: 9)[0]]
      }
    ]

  /// BLowPass4 and BHiPass4: a section twice, whose coefficients are computed at control rate.
  private static func cascade(
    _ isHigh: Bool, _ pattern: String, _ pitch: @escaping @Sendable (inout NullGraph) -> NullGraph.Input
  ) -> NullCase {
    NullCase("SOS", .audio, "\(isHigh ? "BHiPass4" : "BLowPass4"), \(pattern)") { graph in
      let coefficients = coefficients(&graph, pitch(&graph), isHigh)
      let once = graph.unit("SOS", .audio, [graph.noise(.audio)] + coefficients)
      return graph.unit("SOS", .audio, once + coefficients)
    }
  }

  private static func coefficients(_ graph: inout NullGraph, _ pitch: Input, _ isHigh: Bool) -> [Input] {
    func binary(_ one: Input, _ other: Input, _ special: Int) -> Input {
      graph.unit("BinaryOpUGen", .control, [one, other], special: special)[0]
    }
    func unary(_ one: Input, _ special: Int) -> Input {
      graph.unit("UnaryOpUGen", .control, [one], special: special)[0]
    }
    let frame = graph.unit("SampleDur", .scalar, [])[0]
    let turn = binary(binary(.constant(6.283_185_5), pitch, 2), frame, 2)
    let cosine = unary(turn, 29)
    let side = isHigh ? binary(.constant(1), cosine, 0) : binary(.constant(1), cosine, 1)
    let alpha = binary(binary(unary(turn, 28), .constant(0.5), 2), .constant(0.8), 2)
    let scale = unary(binary(.constant(1), alpha, 0), 16)
    let a0 = binary(binary(side, .constant(0.5), 2), scale, 2)
    let a1 = binary(isHigh ? unary(side, 0) : side, scale, 2)
    let b1 = binary(binary(cosine, .constant(2), 2), scale, 2)
    let b2 = binary(binary(.constant(1), alpha, 1), unary(scale, 0), 2)
    return [a0, a1, a0, b1, b2]
  }
}
