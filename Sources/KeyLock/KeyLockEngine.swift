internal import CRubberBand

/// Which of Rubber Band's engines stretches.
public enum KeyLockEngine: String, Sendable, CaseIterable {
  /// The finer one.
  case r3
  /// The faster one, for small machines.
  case r2

  var options: RubberBandOptions {
    let common =
      RubberBandOptionProcessRealTime.rawValue | RubberBandOptionThreadingNever.rawValue
      | RubberBandOptionChannelsTogether.rawValue
    // R2 takes steady tones for onsets at times. Mixed, it leaves those from 150 to 1000 Hz alone, where voices are.
    let own = self == .r3 ? RubberBandOptionEngineFiner.rawValue : RubberBandOptionTransientsMixed.rawValue
    return RubberBandOptions(common | own)
  }

  /// By how many frames (at 44.1 kHz) the engine takes hold of an onset before the middle of its window reaches it. From
  /// there to the middle it does not stretch, so that an onset comes early by these times the ratio less 1: measured with
  /// clicks, for engines as they are in Rubber Band 3.1.
  var onsetLead: Double { self == .r3 ? 200 : 400 }

  /// Whether it may be told a new ratio at every step. R2 forgets what it knows of transients when it is told one.
  var takesEveryRatio: Bool { self == .r3 }
}
