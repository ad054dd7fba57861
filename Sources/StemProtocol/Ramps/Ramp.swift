import Control
import OSC
import Render

/// A parameter of a command on its way from one value to another: the server sends the command itself, again and again.
///
/// - Thread: confined to its server's.
final class Ramp {
  /// One of the commands that make up a ramp.
  struct Step {
    var frame: Int64
    var value: Double
    /// How long the parameter's own glide is to take.
    var glideFrames: Int64
  }

  /// Blocks begin at multiples of this: a change there costs the audio thread least.
  private static let blockFrames: Int64 = 64
  /// Within this a parameter that glides reaches the curve from wherever it was.
  private static let joinSeconds = 0.02

  let target: RampTarget
  let command: any StemCommand.Type
  let leading: [OSCArgument]
  let parameter: StemParameter
  let from: Double
  let to: Double
  let start: Int64
  let end: Int64
  let curve: RampCurve
  let joins: Bool
  private let sampleRate: Double
  /// Takes back what the audio thread has been told.
  let recall = Recall()
  /// What takes back what control has noted of the steps, by their frames.
  private var undo: [(frame: Int64, body: () -> Void)] = []
  private var next: Int64?

  /// - Parameter joins: whether the parameter may be elsewhere when it sets out.
  init(
    _ target: RampTarget, _ command: any StemCommand.Type, _ leading: [OSCArgument], _ parameter: StemParameter,
    from: Double, to: Double, joins: Bool, start: Int64, seconds: Double, curve: RampCurve, sampleRate: Double
  ) {
    self.target = target
    self.command = command
    self.leading = leading
    self.parameter = parameter
    self.from = from
    self.to = to
    self.joins = joins
    self.start = start
    self.curve = curve
    self.sampleRate = sampleRate
    end = start + Int64((seconds * sampleRate).rounded())
    next = start
  }

  func value(at frame: Int64) -> Double {
    frame >= end ? to : curve.value(from: from, to: to, at: Double(frame - start) / Double(max(1, end - start)))
  }

  /// Whether the parameter has a glide of its own.
  var glides: Bool { parameter.ramping == .glides || parameter.ramping == .bends }

  /// The next step, if it comes by a frame.
  func takeStep(upTo horizon: Int64) -> Step? {
    guard let frame = next, frame <= horizon else { return nil }
    guard frame < end else {
      next = nil
      return Step(frame: end, value: to, glideFrames: 0)
    }
    let behind = self.behind(frame)
    guard glides else {
      next = behind
      // The middle of the step stands for all of it, so that what adds up over time (a rate) adds up right.
      return Step(frame: frame, value: value(at: frame + (behind - frame) / 2), glideFrames: 0)
    }
    next = behind < end ? behind : nil
    return Step(frame: frame, value: value(at: behind), glideFrames: behind - frame)
  }

  /// Where the step ends that begins at a frame.
  private func behind(_ frame: Int64) -> Int64 {
    if glides && joins && frame == start { return min(end, start + Int64(Self.joinSeconds * sampleRate)) }
    if parameter.ramping == .glides && curve == .linear { return end }
    let block = (frame / Self.blockFrames + 2) * Self.blockFrames
    let nearest = block - Self.blockFrames - frame >= Self.blockFrames / 2 ? block - Self.blockFrames : block
    return min(end, nearest)
  }

  var isSent: Bool { next == nil }

  func whenRecalled(at frame: Int64, _ bodies: [() -> Void]) {
    for body in bodies { undo.append((frame, body)) }
  }

  /// Forgets what can be recalled no more.
  func settle(before frame: Int64) { undo.removeAll { $0.frame < frame } }

  /// Ends it from a frame on.
  func end(at frame: Int64) {
    recall.take(from: frame)
    next = nil
    for (at, body) in undo where at >= frame { body() }
    undo = []
  }
}
