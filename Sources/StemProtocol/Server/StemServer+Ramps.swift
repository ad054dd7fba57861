import Control
import Logging
import OSC

/// Ramps: commands that the server sends itself.
extension StemServer {
  /// Ramps that may run at a time.
  static let rampLimit = 4096

  /// Sets a ramp going: its first step belongs to the moment.
  func begin(_ ramp: Ramp, in moment: Moment) throws(StemFailure) {
    guard ramps.count < Self.rampLimit || ramps[ramp.target] != nil else {
      throw StemFailure("\(Self.rampLimit) ramps run already: end some first (/ramp_stop)")
    }
    if let step = ramp.takeStep(upTo: ramp.start) { try perform(step, of: ramp, from: ramp.from, in: moment) }
    supersede(ramp.target, in: moment)
    ramps[ramp.target] = ramp
  }

  /// Sends on the steps of all ramps that are due soon.
  func sendRamps() {
    guard !ramps.isEmpty else { return }
    let horizon = engine.position + lookaheadFrames
    for (target, ramp) in ramps {
      while let step = ramp.takeStep(upTo: horizon) {
        let moment = Moment(at: .frame(step.frame))
        do throws(StemFailure) {
          try perform(step, of: ramp, from: nil, in: moment)
        } catch {
          log.warning("the ramp of \(target.address) ends before its time: \(error.reason)")
          ramp.end(at: step.frame)
          ramps[target] = nil
          break
        }
        finish(moment, recall: ramp.recall)
        ramp.whenRecalled(at: step.frame, moment.whenRecalled)
      }
      ramp.settle(before: engine.position)
      guard ramp.isSent && ramp.end <= engine.position else { continue }
      ramps[target] = nil
      notify(.rampEnd, [.string(target.address)] + ramp.leading + [.float32(Float(ramp.to))])
    }
  }

  private func perform(_ step: Ramp.Step, of ramp: Ramp, from: Double?, in moment: Moment) throws(StemFailure) {
    let silent = StemRequest(address: ramp.target.address, client: StemClient("ramp") { _ in }, log: Self.quiet)
    if ramp.glides, step.glideFrames > 0 {
      moment.glide = Moment.Glide(
        seconds: Double(step.glideFrames) / engine.sampleRate, from: ramp.joins ? from : nil)
    }
    moment.ramp = ramp
    defer {
      moment.glide = nil
      moment.ramp = nil
    }
    let arguments = try StemArguments(ramp.leading + [.double(step.value)], ramp.command.specification.parameters)
    try ramp.command.perform(arguments, silent, in: moment, on: self)
  }

  /// A log that nobody reads.
  private static let quiet = Logger(label: "ramp") { _ in SwiftLogNoOpLogHandler() }

  /// A command has been carried out: a ramp of the same thing is over.
  func endRamps(metBy address: String, _ arguments: [OSCArgument], in moment: Moment) {
    for target in ramps.keys where target.address == address && target.isMet(by: arguments) {
      supersede(target, in: moment)
    }
  }

  /// Something else has been told where to go: a ramp of it is over, unless this is a step of that ramp.
  func supersede(_ target: RampTarget, in moment: Moment) {
    guard let ramp = ramps[target], ramp !== moment.ramp else { return }
    ramp.end(at: frame(of: moment.time))
    ramps[target] = nil
  }

  /// Ends a ramp where it is.
  func stop(_ ramp: Ramp, in moment: Moment) {
    let frame = frame(of: moment.time)
    let value = ramp.value(at: frame)
    ramp.end(at: frame)
    ramps[ramp.target] = nil
    let step = Ramp.Step(frame: frame, value: value, glideFrames: 64)
    try? perform(step, of: ramp, from: nil, in: moment)
  }

  /// What a parameter is now, as far as is known.
  func currentValue(
    _ target: RampTarget, _ command: any StemCommand.Type, _ leading: [OSCArgument], _ parameter: StemParameter,
    at frame: Int64
  ) -> Double? {
    if let ramp = ramps[target] { return ramp.value(at: frame) }
    if let value = command.current(parameter.name, leading, on: self) { return value }
    if case .number(let value) = parameter.standard { return value }
    return nil
  }
}
