import RemixPlan

/// What is known of a plan that plays, for those who look at it.
struct PlanWatch {
  let schedule: PlanSchedule
  /// The section that sounds; nil before the first.
  var section: Int?
  /// The frame of the server's clock at which it began.
  var startFrame = 0
  /// The furthest section that is in memory.
  var loaded: Int?
  /// How far the plan is behind its schedule, in frames.
  private var lateFrames = 0
  /// The frame at which the plan began.
  private var planFrame = 0
  var clock: StageClock?
  var stems: [StemReading] = []
  var status: StageStatus?

  init(schedule: PlanSchedule) { self.schedule = schedule }

  mutating func note(_ event: PlanProgress) {
    switch event {
    case .loaded(let section): loaded = section
    case .started(let section, let frame, _):
      self.section = section
      startFrame = frame
      if section == 0 { planFrame = frame }
      if schedule.sections.indices.contains(section) {
        lateFrames = frame - planFrame - schedule.sections[section].start
      }
    default: break
    }
  }

  /// Seconds since the section began.
  var elapsed: Double {
    guard let clock, section != nil else { return 0 }
    return max(Double(clock.frames - startFrame) / clock.sampleRate, 0)
  }

  /// Seconds that the section lasts.
  var length: Double {
    section.map { Double(schedule.sections[$0].frames) / schedule.sampleRate } ?? 0
  }

  var totalElapsed: Double {
    guard let clock, section != nil else { return 0 }
    return max(Double(clock.frames - planFrame) / clock.sampleRate, 0)
  }

  var totalLength: Double { Double(schedule.totalFrames + max(lateFrames, 0)) / schedule.sampleRate }
}
