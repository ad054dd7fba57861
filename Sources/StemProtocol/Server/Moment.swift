import Control
import OSC

/// Commands that take effect together: those of one bundle, or one by itself.
///
/// - Thread: confined to its server's.
final class Moment {
  let time: EngineTime
  var changes = Changes()
  /// What is to happen later because of these.
  private(set) var consequences: [(time: EngineTime, changes: Changes)] = []
  private(set) var whenApplied: [(AppliedChanges) -> Void] = []
  /// What subscribers are told once these have taken effect.
  private(set) var news: [(StemNotification, [OSCArgument])] = []
  /// The starts among them, which happen on the same sample.
  let starts: StartGroup
  /// The starts among them that wait for a time of their own, or for the grid.
  private(set) var laterStarts: [StartGroup] = []
  /// The ramp that this is a step of.
  var ramp: Ramp?
  /// How a parameter that glides is to get there, where it is not the usual way.
  var glide: Glide?
  /// Takes back what control has noted, should the moment be recalled.
  private(set) var whenRecalled: [() -> Void] = []

  struct Glide {
    var seconds: Double
    /// Where it sets out from, if it is still to sound.
    var from: Double?
  }

  init(at time: EngineTime) {
    self.time = time
    starts = StartGroup(at: time)
  }

  /// Has subscribers told, once these have taken effect.
  ///
  /// Of a ramp they are told its end.
  func tell(_ notification: StemNotification, _ arguments: [OSCArgument]) {
    if let ramp, !ramp.isSent { return }
    news.append((notification, arguments))
  }

  func onRecall(_ body: @escaping () -> Void) { whenRecalled.append(body) }

  /// How long a change of level takes.
  var glideSeconds: Double { glide?.seconds ?? Double(Mixer.glideSeconds) }

  /// The starts that wait for a time of their own, or for a line of the grid.
  func starts(at time: EngineTime, on line: GridLine?) -> StartGroup {
    if let group = laterStarts.first(where: { $0.time == time && $0.line == line }) { return group }
    let group = StartGroup(at: time, on: line)
    laterStarts.append(group)
    return group
  }

  func later(at time: EngineTime, _ changes: Changes) { consequences.append((time, changes)) }

  func afterwards(_ body: @escaping (AppliedChanges) -> Void) { whenApplied.append(body) }

  /// Answers the request once everything has taken effect.
  func answer(_ request: StemRequest, _ body: @escaping (StemRequest) -> Void) {
    afterwards { _ in body(request) }
  }
}
