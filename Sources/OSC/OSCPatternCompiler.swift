/// Turns the text of an address pattern into its program.
struct OSCPatternCompiler {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var instructions: [OSCPatternInstruction] = []

  init(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars.prefix(OSCAddressPattern.longest + 1))
  }

  /// Nil when the pattern is malformed. To be called once.
  mutating func program() -> [OSCPatternInstruction]? {
    guard scalars.first == "/", scalars.count <= OSCAddressPattern.longest else { return nil }
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      switch scalar {
      case "/": slashes()
      case "{": guard alternatives() else { return nil }
      case "}": return nil
      default: guard element(scalar) else { return nil }
      }
    }
    instructions.append(.matched)
    return instructions
  }

  private var place: Int { instructions.count }

  /// What may stand in a level, inside braces or outside.
  private mutating func element(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "?": instructions.append(.anyInLevel)
    case "*": repeated(.anyInLevel)
    case "[": return set()
    case "]": return false
    default: instructions.append(.scalar(scalar))
    }
    return true
  }

  private mutating func repeated(_ instruction: OSCPatternInstruction) {
    let start = place
    instructions += [.fork(start + 1, start + 3), instruction, .jump(start)]
  }

  /// Behind the first `/` of any number of them.
  private mutating func slashes() {
    instructions.append(.scalar("/"))
    guard position < scalars.count, scalars[position] == "/" else { return }
    while position < scalars.count, scalars[position] == "/" { position += 1 }
    guard position < scalars.count else { return repeated(.any) }
    let start = place
    instructions.append(.fork(start + 1, start + 5))
    repeated(.any)
    instructions.append(.scalar("/"))
  }

  /// Behind the `[`.
  private mutating func set() -> Bool {
    var members = [Unicode.Scalar]()
    var closed = false
    while position < scalars.count, !closed {
      closed = scalars[position] == "]"
      if !closed { members.append(scalars[position]) }
      position += 1
    }
    let negated = members.first == "!"
    if negated { members.removeFirst() }
    guard closed, !members.isEmpty, !members.contains("/") else { return false }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var index = 0
    while index < members.count {
      if index + 2 < members.count, members[index + 1] == "-" {
        ranges.append(min(members[index], members[index + 2])...max(members[index], members[index + 2]))
        index += 3
      } else {
        ranges.append(members[index]...members[index])
        index += 1
      }
    }
    instructions.append(.set(ranges, negated: negated))
    return true
  }

  /// Behind the `{`. Each alternative but the last is preceded by a fork to the next, and followed by a jump to the end.
  private mutating func alternatives() -> Bool {
    var jumps: [Int] = []
    var fork = place
    instructions.append(.fork(fork + 1, fork + 1))
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      switch scalar {
      case "}":
        for jump in jumps { instructions[jump] = .jump(place) }
        return true
      case ",":
        jumps.append(place)
        instructions.append(.jump(place))
        instructions[fork] = .fork(fork + 1, place)
        fork = place
        instructions.append(.fork(fork + 1, fork + 1))
      case "{", "/": return false
      default: guard element(scalar) else { return false }
      }
    }
    return false
  }
}
