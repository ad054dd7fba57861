import Control
import Render

/// What takes effect together: the commands of one message or bundle.
///
/// - Thread: confined to its server's.
final class ScsynthMoment {
  let time: EngineTime
  /// The part of a frame by which a frame that is given is exceeded.
  let fraction: Float
  let client: ScsynthClient
  private(set) var changes = Changes()
  private var messages: Int32 = 0
  private(set) var request: ScsynthRequest?
  private(set) var whenApplied: [(AppliedChanges) -> Void] = []
  /// How far `/error` has silenced the rest of the bundle.
  var silence = 0

  init(at time: EngineTime, fraction: Float = 0, from client: ScsynthClient) {
    self.time = time
    self.fraction = fraction
    self.client = client
  }

  /// Commands from here on are this request's.
  func begin(_ request: ScsynthRequest) {
    messages += 1
    self.request = request
  }

  /// Adds a command of the current request, which fails when the audio thread cannot apply it.
  ///
  /// - Parameters:
  ///   - tolerated: it does not.
  ///   - word: says why, where the usual words do not fit.
  ///   - applied: is told when it was applied.
  func add(
    _ command: RenderCommand, word: ((RenderCommand) -> ScsynthFailure?)? = nil, tolerated: Bool = false,
    applied: ((RenderCommand) -> Void)? = nil
  ) {
    var command = command
    command.message = messages
    command.isTolerated = tolerated
    guard let request else { return }
    changes.add(command) { result in
      guard result.isApplied else { return }
      if result.failure == .none {
        applied?(result)
      } else if !tolerated, let failure = word?(result) ?? ScsynthFailure(result) {
        request.fail(failure)
      }
    }
  }

  /// Does something behind what the commands so far have told, unless one of the same request has failed.
  func inTurn(_ body: @escaping () -> Void) { add(RenderCommand(.nothing), applied: { _ in body() }) }

  /// Has what became of the command that was added last told, well or badly.
  func onLast(_ report: @escaping (RenderCommand) -> Void) { changes.reportLast(report) }

  func edit<Result>(_ body: (inout Changes) -> Result) -> Result { body(&changes) }

  func afterwards(_ body: @escaping (AppliedChanges) -> Void) { whenApplied.append(body) }

  /// Takes what has been gathered, to be committed.
  func take() -> (Changes, [(AppliedChanges) -> Void]) {
    defer {
      changes = Changes()
      whenApplied = []
    }
    return (changes, whenApplied)
  }
}
