public import RealTime

/// Control's hold on a stem that is stretched. While it is held, its port may stand in the engine's buffer table; it is to
/// be let go of after the player has ended.
///
/// - Thread: control.
public final class KeyLockVoice {
  let track: StretchTrack

  init(_ track: StretchTrack) { self.track = track }

  deinit { track.retire() }

  /// For the engine's buffer table, whose number the player takes as its `stretch`.
  public var port: SampleBuffer { SampleBuffer(port: track.cell) }

  /// Whether the player may begin: the first frames lie ready, or there is nothing to stretch.
  public var isPrimed: Bool { track.isPrimed }

  /// Takes hold within some milliseconds, without a click.
  ///
  /// - Parameters:
  ///   - keepsPitch: whatever the speed.
  ///   - semitones: added to the pitch.
  public func set(keepsPitch: Bool, semitones: Double) { track.set(keepsPitch: keepsPitch, semitones: semitones) }
}
