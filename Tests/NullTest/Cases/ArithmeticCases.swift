import Control
import RealTime

enum ArithmeticCases {
  static let all: [NullCase] = binary + drawn + unary + others.flatMap(\.cases) + linExpOfAudio + largeAngles

  /// All bounds at audio rate, which scsynth needs where one is.
  private static let linExpOfAudio: [NullCase] = [
    NullCase("LinExp", .audio, "bounds jump, ar") { graph in
      let signal = graph.noise(.audio)
      let (a, b) = (graph.jumps(.audio, -2, -1), graph.jumps(.audio, 1, 2))
      let (c, d) = (graph.jumps(.audio, 0.1, 1), graph.jumps(.audio, 2, 20))
      return graph.unit("LinExp", .audio, [signal, a, b, c, d])
    }
  ]

  /// Operators that scsynth has otherwise than its help says at audio rate, or not at all.
  private static let drawn: [NullCase] =
    NullUnit(
      "BinaryOpUGen", rates: [.control, .scalar], [.range(-2, 2, at: 1), .range(-3, 3, at: 2)], special: 47,
      label: "rrand"
    ).cases
    + NullUnit(
      "BinaryOpUGen", rates: [.control, .scalar], [.range(0.5, 2, at: 1), .range(2, 3, at: 2)], special: 48,
      label: "exprand"
    ).cases
    + NullUnit("BinaryOpUGen", [.signal, .range(-2, 2, at: 1)], special: 46, label: "firstArg").cases
    + NullUnit(
      "BinaryOpUGen", rates: [.control, .scalar], [.range(-9, 9, at: 7.5), .range(1, 3, at: 2)], special: 3,
      label: "div"
    ).cases
    + [
      NullCase(
        "BinaryOpUGen", .audio, "div",
        expectation: .property("a signal's div by a control is rounded down; scsynth's is the signal") { ours, _ in
          ours[0].allSatisfy { [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4].contains($0) } ? nil : "not whole"
        }
      ) { graph in
        let line = graph.line(.audio, -8, 8)
        let divisor = graph.unit("DC", .control, [.constant(1.9)])[0]
        return graph.unit("BinaryOpUGen", .audio, [line, divisor], special: 3)
      },
      NullCase(
        "BinaryOpUGen", .audio, "firstArg of a constant",
        expectation: .property("the first of a constant and a signal is the constant; scsynth adds them") { ours, _ in
          ours[0].allSatisfy { $0 == 0.25 } ? nil : "not the constant"
        }
      ) { graph in
        let noise = graph.noise(.audio)
        return graph.unit("BinaryOpUGen", .audio, [.constant(0.25), noise], special: 46)
      },
      NullCase("BinaryOpUGen", .audio, "exprand") { graph in
        let line = graph.line(.audio, 0.5, 4)
        return graph.unit("BinaryOpUGen", .audio, [line, .constant(2)], special: 48)
      },
      NullCase(
        "BinaryOpUGen", .audio, "rrand",
        expectation: .property("rrand at audio rate lies between its operands; scsynth's does not") { ours, _ in
          ours[0].allSatisfy { $0 >= -3 && $0 <= 2 } ? nil : "beyond its operands"
        }
      ) { graph in
        let line = graph.line(.audio, -3, 2)
        return graph.unit("BinaryOpUGen", .audio, [line, .constant(2)], special: 47)
      },
    ]

  /// Name, special index, and how far from 0 the operands go.
  private static let binaryOperators: [(name: String, index: Int, peak: Float)] = [
    ("+", 0, 2), ("-", 1, 2), ("*", 2, 2), ("/", 4, 2), ("%", 5, 2), ("==", 6, 2), ("!=", 7, 2), ("<", 8, 2),
    (">", 9, 2), ("<=", 10, 2), (">=", 11, 2), ("min", 12, 2), ("max", 13, 2), ("bitAnd", 14, 200),
    ("bitOr", 15, 200), ("bitXor", 16, 200), ("lcm", 17, 50), ("gcd", 18, 50), ("round", 19, 2), ("roundUp", 20, 2),
    ("trunc", 21, 2), ("atan2", 22, 2), ("hypot", 23, 2), ("hypotApx", 24, 2), ("pow", 25, 2), ("<<", 26, 9),
    (">>", 27, 9), (">>>", 28, 9), ("fill", 29, 2), ("ring1", 30, 2), ("ring2", 31, 2), ("ring3", 32, 2),
    ("ring4", 33, 2), ("difsqr", 34, 2), ("sumsqr", 35, 2), ("sqrsum", 36, 2), ("sqrdif", 37, 2), ("absdif", 38, 2),
    ("thresh", 39, 2), ("amclip", 40, 2), ("scaleneg", 41, 2), ("clip2", 42, 2), ("excess", 43, 2), ("fold2", 44, 2),
    ("wrap2", 45, 2), ("none", 60, 2),
  ]

  private static var binary: [NullCase] {
    binaryOperators.flatMap { name, index, peak in
      let number = NullUnit.Input.range(-peak, peak, at: peak * 0.4)
      let operand = NullUnit.Input.signal(peak: peak)
      return NullUnit("BinaryOpUGen", [operand, number], special: index, label: "a \(name) b").cases
        + NullUnit("BinaryOpUGen", [number, operand], special: index, label: "b \(name) a").cases
        + NullUnit("BinaryOpUGen", rates: [.scalar], [number, number], special: index, label: name).cases
    }
  }

  private static var unary: [NullCase] {
    let anywhere: (Float, Float) = (-2, 2)
    let positive: (Float, Float) = (0.001, 4)
    let ranges: [(range: (Float, Float), names: [(String, Int)])] = [
      (
        anywhere,
        [
          ("neg", 0), ("not", 1), ("isNil", 2), ("notNil", 3), ("bitNot", 4), ("abs", 5), ("asFloat", 6),
          ("asInteger", 7), ("ceil", 8), ("floor", 9), ("frac", 10), ("sign", 11), ("squared", 12), ("cubed", 13),
          ("sqrt", 14), ("exp", 15), ("reciprocal", 16), ("midiratio", 19), ("sin", 28), ("cos", 29), ("tan", 30),
          ("atan", 33), ("sinh", 34), ("cosh", 35), ("tanh", 36), ("rand", 37), ("rand2", 38), ("linrand", 39),
          ("bilinrand", 40), ("sum3rand", 41), ("distort", 42), ("softclip", 43), ("coin", 44), ("digitValue", 45),
          ("silence", 46), ("thru", 47), ("rectWindow", 48), ("hanWindow", 49), ("welWindow", 50), ("triWindow", 51),
          ("ramp", 52), ("scurve", 53), ("none", 60),
        ]
      ),
      ((0, 127), [("midicps", 17)]), ((0, 10), [("octcps", 23)]), ((-60, 20), [("dbamp", 21)]),
      (
        positive,
        [
          ("cpsmidi", 18), ("ratiomidi", 20), ("ampdb", 22), ("cpsoct", 24), ("log", 25), ("log2", 26), ("log10", 27),
        ]
      ),
      ((-1, 1), [("asin", 31), ("acos", 32)]),
    ]
    return ranges.flatMap { range, names in
      names.flatMap { name, index in unaryCases(name, index, range.0, range.1) }
    }
  }

  private static func unaryCases(_ name: String, _ index: Int, _ low: Float, _ high: Float) -> [NullCase] {
    let moving: [NullCase] = [.audio, .control].map { rate in
      NullCase("UnaryOpUGen", rate, "\(name), glides") { graph in
        let line = graph.line(rate, low, high)
        return graph.unit("UnaryOpUGen", rate, [line], special: index)
      }
    }
    let still = NullUnit(
      "UnaryOpUGen", rates: [.scalar], [.range(low, high, at: low + (high - low) * 0.7)], special: index, label: name)
    return moving + still.cases
  }

  private static let tables: [NullUnit] = [
    "Index", "IndexL", "WrapIndex", "FoldIndex", "IndexInBetween", "DetectIndex",
  ].map { name in
    let rising = (0..<10).map { Float($0 * $0) / 9 - 2 }
    return NullUnit(name, [.buffer(0), .range(-23.5, 31.7, at: 3.4)], buffers: [.samples(rising, channels: 1)])
  }

  private static let bounds: [NullUnit] = ["Clip", "Wrap", "Fold"].map { name in
    NullUnit(name, [.signal(peak: 3), .range(-2, -0.1, at: -0.7), .range(0.2, 2.5, at: 0.5)])
  }

  /// Angles of many turns.
  private static let largeAngles: [NullCase] = [("sin", 28), ("cos", 29)].map { name, index in
    NullCase("UnaryOpUGen", .audio, "\(name), many turns") { graph in
      let noise = graph.noise(.audio, peak: 3000)
      return graph.unit("UnaryOpUGen", .audio, [noise], special: index)
    }
  }

  private static let others: [NullUnit] =
    tables + bounds + [
      NullUnit("ModDif", [.signal(peak: 5), .range(-2, 3, at: 0.5), .range(0.5, 3, at: 1)]),
      NullUnit("InRange", [.signal, .range(-1, 0, at: -0.4, audio: false), .range(0, 1, at: 0.3, audio: false)]),
      NullUnit("Schmidt", [.signal, .range(-1, 0, at: -0.4), .range(0, 1, at: 0.3)]),
      NullUnit(
        "Schmidt", [.signal(peak: 2), .range(1.5, 1.6, at: 1.5), .range(0, 1, at: 0.3)], label: "low above high"),
      NullUnit("MostChange", [.signal, .range(-1, 1, at: 0.4)]),
      NullUnit("MostChange", [.range(-1, 1, at: 0.4), .signal], label: "second"),
      NullUnit("LeastChange", [.signal, .range(-1, 1, at: 0.4)]),
      NullUnit("LeastChange", [.range(-1, 1, at: 0.4), .signal], label: "second"),
      NullUnit(
        "LinExp",
        [
          .signal, .range(-2, 0, at: -1, audio: false), .range(0.5, 3, at: 1, audio: false),
          .range(0.01, 3, at: 0.1, audio: false), .range(1, 20, at: 7, audio: false),
        ]),
      NullUnit("MulAdd", [.signal, .range(-2, 2, at: 0.3), .range(-2, 2, at: 0.6)]),
      NullUnit("MulAdd", [.signal, .range(0, 1, at: 1), .range(0, 1, at: 0)], label: "nothing done"),
      NullUnit("Sum3", rates: [.audio], [.signal, .signal, .range(-2, 2, at: 0.6)]),
      NullUnit("Sum3", rates: [.control], [.signal, .range(-2, 2, at: 0.3), .range(-2, 2, at: 0.6)]),
      NullUnit("Sum4", rates: [.audio], [.signal, .signal, .signal, .range(-2, 2, at: 0.6)]),
      NullUnit("Sum4", rates: [.control], [.signal, .range(-2, 2, at: 0.3), .range(-2, 2, at: 0.6), .signal]),
      NullUnit("Select", [.range(-1.5, 3.9, at: 1.2), .signal, .signal, .signal]),
      NullUnit("Select", rates: [.scalar], [.range(-1.5, 3.9, at: 1.2), .constant(1), .constant(2), .constant(3)]),
    ]
}
