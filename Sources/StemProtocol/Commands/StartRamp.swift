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
        smooth
        """),
    ],
    """
    Has the server change a number over a time, exact to the frame in its end and finer than a block on its way: as in \
    /ramp /stem_volume 100 current 0.9 4. A later ramp or command for the same thing takes over. What can be ramped says so \
    in this reference.
    """,
    reply: "/done /ramp address arguments to, once it sets out")

  static let example = "as in /ramp /stem_volume 100 current 0.9 4"

  /// What comes behind the leading arguments.
  private struct Way {
    var from: OSCArgument
    var to: Double
    var seconds: Double
    var curve: RampCurve
  }

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let command = try self.command(arguments.text("address") ?? "")
    let (leading, way) = try read(arguments.rest)
    let parameter = try parameter(of: command, at: leading.count)
    let target = RampTarget(command.specification.address, leading)
    let start = server.frame(of: moment.time)
    let isCurrent = way.from.asText == "current"
    let given = isCurrent ? nil : way.from.asNumber
    guard let from = given ?? server.currentValue(target, command, leading, parameter, at: start) else {
      throw StemFailure("what \(parameter.name) is now is not known: give the number that it sets out from")
    }
    // The command itself says whether it would take these.
    for value in [from, way.to] {
      _ = try StemArguments(leading + [.double(value)], command.specification.parameters)
    }
    guard way.curve.leads(from: from, to: way.to) else {
      throw StemFailure("no exponential curve leads from \(from) to \(way.to): both must be above 0, or both below")
    }
    let ramp = Ramp(
      target, command, leading, parameter, from: from, to: way.to, joins: !isCurrent, start: start,
      seconds: way.seconds, curve: way.curve, sampleRate: server.engine.sampleRate)
    try server.begin(ramp, in: moment)
    moment.answer(request) {
      $0.done(
        [.string(target.address)] + leading + [.float32(Float(way.to))],
        "\(target.address) from \(from) to \(way.to) in \(way.seconds) s")
    }
  }

  private static func command(_ address: String) throws(StemFailure) -> any StemCommand.Type {
    if let command = StemCommandTable.command(at: address) { return command }
    let nearest = StemCommandTable.nearest(to: address).map { ": did you mean \($0)?" } ?? ""
    throw StemFailure("\(address) is no command\(nearest)")
  }

  private static func read(_ rest: [OSCArgument]) throws(StemFailure) -> ([OSCArgument], Way) {
    var rest = rest
    while let last = rest.last, last == .array([]) || last == .null { rest.removeLast() }
    var curve = RampCurve.linear
    if let word = rest.last?.asText, rest.last?.asNumber == nil {
      guard let named = RampCurve(rawValue: word) else {
        let words = RampCurve.allCases.map(\.rawValue).joined(separator: ", ")
        throw StemFailure("curve must be one of \(words), got \"\(word)\"")
      }
      curve = named
      rest.removeLast()
    }
    guard rest.count >= 3 else { throw StemFailure("from, to or seconds is missing, \(example)") }
    let way = rest.suffix(3)
    let (from, to, seconds) = (way[way.startIndex], way[way.startIndex + 1], way[way.startIndex + 2])
    guard from.asText == "current" || from.asNumber.map(\.isFinite) ?? false else {
      throw StemFailure("from must be a finite number or `current`, got \(from)")
    }
    guard let to = to.asNumber, to.isFinite else { throw StemFailure("to must be a finite number, got \(to)") }
    guard let seconds = seconds.asNumber, (0...86_400).contains(seconds) else {
      throw StemFailure("seconds must be 0 to 86400, got \(seconds)")
    }
    return (Array(rest.dropLast(3)), Way(from: from, to: to, seconds: seconds, curve: curve))
  }

  private static func parameter(
    of command: any StemCommand.Type, at index: Int
  ) throws(StemFailure) -> StemParameter {
    let specification = command.specification
    let parameters = specification.parameters
    guard parameters.indices.contains(index), parameters[index].ramping != .none else {
      let possible = parameters.indices.filter { parameters[$0].ramping != .none }
      guard let first = possible.first else {
        throw StemFailure("\(specification.address) has nothing that can be ramped")
      }
      let before = parameters[..<first].map(\.name).joined(separator: ", ")
      throw StemFailure(
        "what can be ramped of \(specification.address) is \(parameters[first].name)"
          + (before.isEmpty ? ", its first argument" : ", behind \(before)") + "; \(example)")
    }
    return parameters[index]
  }
}
