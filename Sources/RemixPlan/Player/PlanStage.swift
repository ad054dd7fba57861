public import OSC

/// Where a plan is played: a live server, or one that renders within `wait`.
public protocol PlanStage: Sendable {
  /// The device's, in hertz; it does not change.
  var sampleRate: Double { get }

  /// How far ahead of the clock, in seconds, messages have to be sent to be on time. A stage whose clock moves only in
  /// `wait` has 0.
  var leadSeconds: Double { get }

  func clock() async throws -> StageClock

  /// Reads files into buffers and returns once all are in memory. It runs to its end even if the task is cancelled.
  /// - Throws: `StemLoadFailures` if files could not be read, once the others are in memory.
  func load(_ loads: [StemLoad]) async throws

  /// Sends messages that take effect together: at these seconds of the clock, or at once.
  func send(_ messages: [OSCMessage], atSeconds seconds: Double?) async throws

  /// Returns once the clock has reached these seconds, and at once if it is past them.
  /// - Throws: `CancellationError` soon after the task is cancelled.
  func wait(untilSeconds seconds: Double) async throws

  /// What the stage has refused since it was last asked, loads apart.
  func takeRefusals() async -> [StageRefusal]
}
