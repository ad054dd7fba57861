/// Bars of sixteen steps, each a character: `.` is silence, `-` holds what sounds, everything else strikes. Spaces
/// count for nothing.
struct StepPattern {
  struct Step {
    var character: Character
    var start: Int
    var length: Int
  }

  let steps: [Step]

  init(_ bars: [String]) throws(DemoError) {
    var steps: [Step] = []
    var holds = false
    for (number, bar) in bars.enumerated() {
      let characters = bar.filter { $0 != " " }
      guard characters.count == 16 else {
        throw DemoError("bar \(number + 1), “\(bar)”: has \(characters.count) steps, not 16")
      }
      for (step, character) in characters.enumerated() {
        switch character {
        case ".": holds = false
        case "-":
          guard holds else { throw DemoError("bar \(number + 1), “\(bar)”: step \(step + 1) holds silence") }
          steps[steps.count - 1].length += 1
        default:
          steps.append(Step(character: character, start: number * 16 + step, length: 1))
          holds = true
        }
      }
    }
    self.steps = steps
  }

  /// Eight bars of one pattern, or of two in turn, but for those that are named by their number from 1.
  static func eight(_ first: String, _ second: String? = nil, _ changes: [Int: String] = [:]) -> [String] {
    (1...8).map { changes[$0] ?? ($0.isMultiple(of: 2) ? second ?? first : first) }
  }
}
