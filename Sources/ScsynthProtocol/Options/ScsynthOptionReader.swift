/// Reads options one after another.
struct ScsynthOptionReader {
  /// Why there is nothing to run.
  struct End: Error {
    var text: String
    var code: Int32
  }

  private let arguments: [String]
  private var next = 0

  init(_ arguments: [String]) { self.arguments = arguments }

  mutating func options() throws(End) -> ScsynthOptions {
    var options = ScsynthOptions()
    while next < arguments.count {
      let option = arguments[next]
      next += 1
      if option == "--sample-accurate" {
        options.isSampleAccurate = true
      } else {
        try read(option, &options)
      }
    }
    return options
  }

  private mutating func read(_ option: String, _ options: inout ScsynthOptions) throws(End) {
    let letters = Array(option)
    guard letters.count > 1, letters[0] == "-" else { throw invalid(option) }
    switch letters[1] {
    case "u": options.udpPort = try number(option)
    case "t": options.tcpPort = try number(option)
    case "B": options.bindAddress = try value(option)
    case "a": options.audioBuses = try number(option)
    case "i": options.inputs = try number(option)
    case "o": options.outputs = try number(option)
    case "c": options.controlBuses = try number(option)
    case "z": options.blockFrames = Self.powerOfTwo(try number(option))
    case "Z": options.hardwareFrames = Self.powerOfTwo(try number(option))
    case "S": options.sampleRate = try number(option)
    case "b": options.buffers = Self.powerOfTwo(try number(option))
    case "n": options.maxNodes = Self.powerOfTwo(try number(option))
    case "d": options.maxSynthDefs = Self.powerOfTwo(try number(option))
    case "m": options.realTimeMemory = try number(option)
    case "w": options.wireBuffers = try number(option)
    case "r": options.randomSeeds = try number(option)
    case "l": options.maxLogins = Self.powerOfTwo(try number(option))
    case "D": options.loadsSynthDefs = try number(option) != 0
    case "R": options.announces = try number(option) > 0
    case "p": options.password = try value(option)
    case "H": try readDevices(option, &options)
    case "I", "O", "C": _ = try value(option)
    case "M": _ = try value(option)
    case "L": options.locksMemory = true
    case "V": options.verbosity = try number(option)
    case "U": options.unitPath = try value(option)
    case "P": options.restrictedPath = try value(option)
    case "N": options.score = try score(option)
    case "v": throw End(text: ScsynthCommandLine.versionLine, code: 0)
    case "h": throw End(text: ScsynthCommandLine.usage, code: 1)
    default: throw invalid(option)
    }
  }

  private mutating func readDevices(_ option: String, _ options: inout ScsynthOptions) throws(End) {
    let input = try value(option)
    options.inputDevice = input
    options.outputDevice = input
    if next < arguments.count, !arguments[next].hasPrefix("-") {
      options.outputDevice = arguments[next]
      next += 1
    }
  }

  private mutating func score(_ option: String) throws(End) -> ScsynthOptions.Score {
    guard next + 6 <= arguments.count else {
      throw End(text: "ERROR: More arguments expected after option \(option)\n" + ScsynthCommandLine.usage, code: 1)
    }
    let words = Array(arguments[next..<next + 6])
    next += 6
    return ScsynthOptions.Score(
      commands: words[0] == "_" ? nil : words[0], input: words[1] == "_" ? nil : words[1], output: words[2],
      sampleRate: Self.number(words[3]), header: words[4], samples: words[5])
  }

  private mutating func value(_ option: String) throws(End) -> String {
    guard next < arguments.count else {
      throw End(text: "ERROR: Argument expected after option \(option)\n" + ScsynthCommandLine.usage, code: 1)
    }
    defer { next += 1 }
    return arguments[next]
  }

  private mutating func number(_ option: String) throws(End) -> Int { Self.number(try value(option)) }

  /// The number that a word begins with, 0 where there is none.
  private static func number(_ text: String) -> Int {
    let isNegative = text.hasPrefix("-")
    let digits = text.drop { $0 == "-" || $0 == "+" }.prefix { $0.isASCII && $0.isNumber }
    let value = min(Int(digits.prefix(12)) ?? 0, Int(Int32.max))
    return isNegative ? -value : value
  }

  private static func powerOfTwo(_ value: Int) -> Int {
    var power = 1
    while power < value { power *= 2 }
    return value <= 0 ? 0 : power
  }

  private func invalid(_ option: String) -> End {
    End(text: "ERROR: Invalid option \(option)\n" + ScsynthCommandLine.usage, code: 1)
  }
}
