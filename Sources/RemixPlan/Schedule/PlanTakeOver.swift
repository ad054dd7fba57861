internal import OSC

/// The moment at which a section begins in the place of whatever plays.
public struct PlanTakeOver: Sendable, Equatable {
  public let old: [SeatedSection]
  public let new: SeatedSection
  /// Of the server's clock.
  public let frame: Int
  /// 0 cuts at the frame.
  public let crossfadeFrames: Int

  public init(from old: [SeatedSection], to new: SeatedSection, at frame: Int, crossfadeFrames: Int = 0) {
    self.old = old
    self.new = new
    self.frame = frame
    self.crossfadeFrames = crossfadeFrames
  }

  /// The first frame at which only the new section sounds.
  public var endFrame: Int { frame + crossfadeFrames }

  /// What is sent, in the order of the frames.
  public func moments(atSampleRate sampleRate: Double) -> [PlanMoment] {
    let going = old.flatMap(\.stems)
    let stops = going.map { StemMessage.stop($0.id) }
    guard crossfadeFrames > 0, !going.isEmpty else {
      let starts = new.stems.flatMap { StemMessage.keyLock($0) + [StemMessage.play($0, volume: $0.stem.volume)] }
      return [PlanMoment(frame: frame, messages: stops + starts)]
    }
    let seconds = Double(crossfadeFrames) / sampleRate
    let starts = new.stems.flatMap { StemMessage.keyLock($0) + [StemMessage.play($0, volume: 0)] }
    let fadesIn = new.stems.map { StemMessage.fade($0.id, to: $0.stem.volume, seconds: seconds) }
    let fadesOut = going.map { StemMessage.fade($0.id, to: 0, seconds: seconds) }
    return [
      PlanMoment(frame: frame, messages: starts + fadesIn + fadesOut),
      PlanMoment(frame: endFrame, messages: stops),
    ]
  }
}
