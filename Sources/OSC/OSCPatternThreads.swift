/// The places in a pattern's program that the scalars so far may have led to, each at most once.
struct OSCPatternThreads {
  private let program: [OSCPatternInstruction]
  private var current: [Int] = []
  private var next: [Int] = []
  /// The step at which a place was last entered.
  private var entered: [Int]
  private var step = 0
  private var stack: [Int] = []

  init(program: [OSCPatternInstruction]) {
    self.program = program
    entered = Array(repeating: -1, count: program.count)
    enter(0)
    swap(&current, &next)
  }

  var isEmpty: Bool { current.isEmpty }

  var hasMatched: Bool { current.contains { program[$0] == .matched } }

  mutating func advance(over scalar: Unicode.Scalar) {
    step += 1
    next.removeAll(keepingCapacity: true)
    for index in current.indices where program[current[index]].accepts(scalar) {
      enter(current[index] + 1)
    }
    swap(&current, &next)
  }

  /// Adds the place, or where its forks and jumps lead.
  private mutating func enter(_ place: Int) {
    stack.append(place)
    while let place = stack.popLast() {
      guard entered[place] != step else { continue }
      entered[place] = step
      switch program[place] {
      case .fork(let one, let other):
        stack.append(one)
        stack.append(other)
      case .jump(let target): stack.append(target)
      default: next.append(place)
      }
    }
  }
}
