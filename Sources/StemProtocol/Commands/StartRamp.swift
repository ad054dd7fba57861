import Control
import OSC

enum StartRamp: StemCommand {
  static let specification = StemCommandSpecification(
    "/ramp",
    [
      StemParameter("address", .text, "the command of which a number is ramped"),
      StemParameter(
        "arguments", .rest, standard: .absent,
        """
        the command's arguments before that number; from: where the number sets out, or the word `current`; to: where it \
        arrives; seconds: how long it takes; and, without it linear, the curve: linear, exponential, constant-power or \
        smooth. Of a command with several numbers as many stand for from and to, and each is ramped by itself
        """),
    ],
    """
    Has the server change a number over a time, exact to the frame in its end and finer than a block on its way: as in \
    /ramp /stem_volume 100 current 0.9 4, or /ramp /crossfade_levels current 0 1 8 constant-power. A later ramp or command \
    for the same thing takes over. What can be ramped says so in this reference.
    """,
    reply: "/done /ramp address arguments to, once it sets out")

  private static let current = "current"
  static let example = "as in /ramp /stem_volume 100 current 0.9 4"

  /// What comes behind the leading arguments.
  private struct Way {
    /// Of each number; nil: where it is now.
    var from: [Double]?
    var to: [Double]
    var seconds: Double
    var curve: RampCurve
  }

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let command = try self.command(arguments.text("address") ?? "")
    let parameters = command.specification.parameters
    let numbers = parameters.filter { $0.ramping != .none }
    guard let first = parameters.firstIndex(where: { $0.ramping != .none }) else {
      throw StemFailure("\(command.specification.address) has nothing that can be ramped")
    }
    let (leading, way) = try read(arguments.rest, of: command.specification, behind: first, numbers)
    let start = server.frame(of: moment.time)
    var ramps: [Ramp] = []
    for (index, to) in way.to.enumerated() {
      let part = command.part(numbers[index].name, leading)
      ramps.append(
        try ramp(part.command, part.leading, way.from?[index], to, way, from: start, in: moment, on: server))
    }
    for ramp in ramps { try server.begin(ramp, in: moment) }
    let text = ramps.map { "\($0.target.address) from \($0.from) to \($0.to)" }.joined(separator: ", ")
    moment.answer(request) {
      $0.done(
        [.string(command.specification.address)] + leading + way.to.map { .float32(Float($0)) },
        "\(text) in \(way.seconds) s")
    }
  }

  /// The ramp of one number.
  private static func ramp(
    _ command: any StemCommand.Type, _ leading: [OSCArgument], _ given: Double?, _ to: Double, _ way: Way,
    from start: Int64, in moment: Moment, on server: StemServer
  ) throws(StemFailure) -> Ramp {
    let parameter = command.specification.parameters[leading.count]
    let target = RampTarget(command.specification.address, leading)
    guard let from = given ?? server.currentValue(target, command, leading, parameter, at: start) else {
      throw StemFailure("what \(parameter.name) is now is not known: give the number that it sets out from")
    }
    // The command itself says whether it would take these.
    for value in [from, to] {
      _ = try StemArguments(leading + [.double(value)], command.specification.parameters)
    }
    guard way.curve.leads(from: from, to: to) else {
      throw StemFailure("no exponential curve leads from \(from) to \(to): both must be above 0, or both below")
    }
    return Ramp(
      target, command, leading, parameter, from: from, to: to, joins: given != nil, start: start,
      seconds: way.seconds, curve: way.curve, sampleRate: server.engine.sampleRate)
  }

  private static func command(_ address: String) throws(StemFailure) -> any StemCommand.Type {
    if let command = StemCommandTable.command(at: address) { return command }
    let nearest = StemCommandTable.nearest(to: address).map { ": did you mean \($0)?" } ?? ""
    throw StemFailure("\(address) is no command\(nearest)")
  }

  private static func read(
    _ rest: [OSCArgument], of command: StemCommandSpecification, behind first: Int, _ numbers: [StemParameter]
  ) throws(StemFailure) -> ([OSCArgument], Way) {
    var rest = rest
    while let last = rest.last, last == .array([]) || last == .null { rest.removeLast() }
    var curve = RampCurve.linear
    if let word = rest.last?.asText, rest.last?.asNumber == nil, word != current {
      guard let named = RampCurve(rawValue: word) else {
        let words = RampCurve.allCases.map(\.rawValue).joined(separator: ", ")
        throw StemFailure("curve must be one of \(words), got \"\(word)\"")
      }
      curve = named
      rest.removeLast()
    }
    guard rest.count >= 3 else { throw StemFailure("from, to or seconds is missing, \(example)") }
    let leading = Array(rest.prefix(first))
    let way = Array(rest.dropFirst(first))
    let isCurrent = way.first?.asText == current
    // The numbers from, unless they are the current ones, the numbers to, and the seconds.
    let count = isCurrent ? way.count - 2 : (way.count - 1) / 2
    guard way.count >= 3, count >= 1, isCurrent || way.count == 2 * count + 1 else {
      throw misplaced(command, numbers)
    }
    let least = max(1, numbers.count { if case .required = $0.standard { true } else { false } })
    guard (least...numbers.count).contains(count) else { throw miscounted(command, numbers, least, count) }
    let seconds = way[way.count - 1]
    var from: [Double]?
    if !isCurrent {
      var given: [Double] = []
      for value in way.prefix(count) {
        guard let number = value.asNumber, number.isFinite else {
          throw StemFailure("from must be a finite number or `current`, got \(value)")
        }
        given.append(number)
      }
      from = given
    }
    var to: [Double] = []
    for value in way.dropLast().suffix(count) {
      guard let number = value.asNumber, number.isFinite else {
        throw StemFailure("to must be a finite number, got \(value)")
      }
      to.append(number)
    }
    guard let seconds = seconds.asNumber, (0...86_400).contains(seconds) else {
      throw StemFailure("seconds must be 0 to 86400, got \(seconds)")
    }
    return (leading, Way(from: from, to: to, seconds: seconds, curve: curve))
  }

  private static func misplaced(_ command: StemCommandSpecification, _ numbers: [StemParameter]) -> StemFailure {
    let before = command.parameters.prefix { $0.ramping == .none }.map(\.name).joined(separator: ", ")
    return StemFailure(
      "what can be ramped of \(command.address) is \(numbers.map(\.name).joined(separator: ", "))"
        + (before.isEmpty ? ", its first argument" : ", behind \(before)") + "; \(example)")
  }

  private static func miscounted(
    _ command: StemCommandSpecification, _ numbers: [StemParameter], _ least: Int, _ count: Int
  ) -> StemFailure {
    let names = numbers.map(\.name).joined(separator: ", ")
    let wanted = least == numbers.count ? "\(least)" : "\(least) to \(numbers.count)"
    return StemFailure(
      "\(command.address) takes \(wanted) numbers to ramp (\(names)), got \(count): write `current` or as many numbers "
        + "to set out from, as many to arrive at, and the seconds")
  }
}
