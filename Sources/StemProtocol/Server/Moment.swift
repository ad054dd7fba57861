import Control

/// Commands that take effect together: those of one bundle, or one by itself.
///
/// - Thread: confined to its server's.
final class Moment {
  var time: EngineTime
  var changes = Changes()
  private(set) var whenApplied: [(AppliedChanges) -> Void] = []
  /// The starts among them, which happen on the same sample.
  private(set) lazy var starts = StartGroup(moment: self)

  init(at time: EngineTime) { self.time = time }

  func afterwards(_ body: @escaping (AppliedChanges) -> Void) { whenApplied.append(body) }

  /// Answers the request once everything has taken effect.
  func answer(_ request: StemRequest, _ body: @escaping (StemRequest) -> Void) {
    afterwards { _ in body(request) }
  }
}
