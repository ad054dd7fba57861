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
  /// The starts among them that wait for the grid, by its beats.
  private(set) var startsOnGrid: [StartGroup] = []
  /// How long changes of level take, where it is not the usual time.
  var glideSeconds: Double?

  init(at time: EngineTime) {
    self.time = time
    starts = StartGroup(at: time)
  }

  /// Has subscribers told, once these have taken effect.
  func tell(_ notification: StemNotification, _ arguments: [OSCArgument]) { news.append((notification, arguments)) }

  /// The starts that wait for a line of the grid.
  func starts(on line: GridLine) -> StartGroup {
    if let group = startsOnGrid.first(where: { $0.line == line }) { return group }
    let group = StartGroup(at: time, on: line)
    startsOnGrid.append(group)
    return group
  }

  func later(at time: EngineTime, _ changes: Changes) { consequences.append((time, changes)) }

  func afterwards(_ body: @escaping (AppliedChanges) -> Void) { whenApplied.append(body) }

  /// Answers the request once everything has taken effect.
  func answer(_ request: StemRequest, _ body: @escaping (StemRequest) -> Void) {
    afterwards { _ in body(request) }
  }
}
