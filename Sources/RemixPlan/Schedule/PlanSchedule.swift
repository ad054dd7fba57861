public import OSC

/// When the sections of a plan play at a device's sample rate, to the frame.
public struct PlanSchedule: Sendable, Equatable {
  public let plan: RemixPlan
  /// The device's, in hertz.
  public let sampleRate: Double
  /// As the plan's sections, one for one.
  public let sections: [ScheduledSection]

  public init(plan: RemixPlan, sampleRate: Double) throws(PlanScheduleError) {
    self.plan = plan
    self.sampleRate = sampleRate
    var sections: [ScheduledSection] = []
    for (index, section) in plan.sections.enumerated() {
      guard let frames = section.frames(atSampleRate: sampleRate) else {
        throw PlanScheduleError(section: section.name)
      }
      let before = sections.last
      let crossfade = before.map { Self.crossfadeFrames(into: section, frames, from: $0, sampleRate) } ?? 0
      let start = (before?.end ?? 0) - crossfade
      sections.append(ScheduledSection(index: index, start: start, frames: frames, crossfadeFrames: crossfade))
    }
    self.sections = sections
  }

  /// A crossfade in frames; in a plan that was not checked, no longer than what is left to fade.
  private static func crossfadeFrames(
    into section: PlanSection, _ frames: Int, from before: ScheduledSection, _ sampleRate: Double
  ) -> Int {
    let wanted = (section.crossfade * sampleRate).rounded()
    guard wanted.isFinite, wanted > 0 else { return 0 }
    return min(Int(min(wanted, 0x1p40)), frames, before.frames - before.crossfadeFrames)
  }

  public var totalFrames: Int { sections.last?.end ?? 0 }

  public var totalSeconds: Double { Double(totalFrames) / sampleRate }

  /// What is sent before the first section starts: the clock takes the plan's tempo, at which its stems keep their rates.
  public var opening: [OSCMessage] {
    [StemMessage.levels(0.8, 0.8)] + (plan.baseBPM.map { [StemMessage.tempo($0)] } ?? [])
  }

  /// The seat that a section takes when the plan plays through.
  public static func seat(ofSection index: Int) -> PlanSeat { PlanSeat.all[index % 2] }

  public func seated(_ index: Int) -> SeatedSection {
    SeatedSection(plan.sections[index], index: index, seat: Self.seat(ofSection: index))
  }

  /// Everything that happens in a plan that plays through with all its files there and loaded in time, on a server
  /// whose clock shows `start` frames at the plan's start.
  public func moments(from start: Int) -> [PlanMoment] {
    var moments: [PlanMoment] = []
    for section in sections {
      let old = section.index > 0 ? [seated(section.index - 1)] : []
      let takeOver = PlanTakeOver(
        from: old, to: seated(section.index), at: start + section.start, crossfadeFrames: section.crossfadeFrames)
      moments += takeOver.moments(atSampleRate: sampleRate)
    }
    if let last = sections.last {
      moments.append(Self.end(of: seated(last.index), at: start + last.end))
    }
    return moments
  }

  static func end(of last: SeatedSection, at frame: Int) -> PlanMoment {
    PlanMoment(frame: frame, messages: last.stems.map { StemMessage.stop($0.id) })
  }
}
