import OSC
import RemixPlan

/// A stage without a server: its clock moves in `wait` and while it loads, and it notes down everything it is sent.
actor FakeStage: PlanStage {
  enum Event: Equatable {
    case load([StemLoad], atFrame: Int)
    /// Sent when the clock showed `atFrame`, to take effect at `forFrame`.
    case message(OSCMessage, atFrame: Int, forFrame: Int?)
  }

  nonisolated let sampleRate: Double
  nonisolated let leadSeconds: Double

  private(set) var events: [Event] = []
  private var frames: Int
  private var loadSeconds: [String: Double] = [:]
  private var failures: [String: String] = [:]
  private var refusals: [StageRefusal] = []
  /// `wait` for later frames than this one lasts until it is cancelled.
  private var holdFrame = Int.max
  private var onHold: [CheckedContinuation<Void, Never>] = []
  private var isHeld = false

  init(sampleRate: Double = 44100, leadSeconds: Double = 0, frames: Int = 1000) {
    self.sampleRate = sampleRate
    self.leadSeconds = leadSeconds
    self.frames = frames
  }

  func setLoadSeconds(_ seconds: Double, of path: String) { loadSeconds[path] = seconds }
  func fail(_ path: String, _ reason: String) { failures[path] = reason }
  func refuse(_ refusal: StageRefusal) { refusals.append(refusal) }
  func hold(at frame: Int) { holdFrame = frame }

  /// Returns once a `wait` is held.
  func held() async {
    if isHeld { return }
    await withCheckedContinuation { onHold.append($0) }
  }

  func clock() -> StageClock { StageClock(frames: frames, sampleRate: sampleRate) }

  func load(_ loads: [StemLoad]) throws {
    events.append(.load(loads, atFrame: frames))
    frames += Int(((loads.compactMap { loadSeconds[$0.path] }.max() ?? 0) * sampleRate).rounded())
    let failed = loads.compactMap { load in failures[load.path].map { (load.id, $0) } }
    if !failed.isEmpty { throw StemLoadFailures(reasons: Dictionary(uniqueKeysWithValues: failed)) }
  }

  func send(_ messages: [OSCMessage], atSeconds seconds: Double?) {
    let frame = seconds.map { Int(($0 * sampleRate).rounded()) }
    events += messages.map { .message($0, atFrame: frames, forFrame: frame) }
  }

  func wait(untilSeconds seconds: Double) async throws {
    try Task.checkCancellation()
    let frame = Int((seconds * sampleRate).rounded())
    if frame > holdFrame {
      frames = max(frames, holdFrame)
      isHeld = true
      for waiter in onHold { waiter.resume() }
      onHold = []
      let (never, continuation) = AsyncStream<Void>.makeStream()
      for await _ in never {}
      continuation.finish()
      isHeld = false
      throw CancellationError()
    }
    frames = max(frames, frame)
  }

  func takeRefusals() -> [StageRefusal] {
    defer { refusals = [] }
    return refusals
  }

  /// What was sent, in the order of sending, and for which frame.
  var messages: [String] {
    events.map { event in
      switch event {
      case .load(let loads, let frame):
        "\(frame): load " + loads.map { "\($0.id) \($0.path)" }.joined(separator: ", ")
      case .message(let message, let frame, let due):
        "\(frame): \(message)" + (due.map { " @\($0)" } ?? "")
      }
    }
  }
}
