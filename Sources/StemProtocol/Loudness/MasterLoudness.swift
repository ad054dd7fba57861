import Control
import Loudness

/// How loud the master is, by EBU R 128, measured off the audio thread on what it taps there.
///
/// - Thread: confined to its server's.
final class MasterLoudness {
  /// What it reads; minus infinity where nothing was loud enough, or not long enough, to count.
  struct Reading: Equatable {
    /// Of the last 0.4 seconds, in LUFS.
    var momentary: Double
    /// Of the last three seconds, in LUFS.
    var shortTerm: Double
    /// Since the beginning, gated, in LUFS.
    var integrated: Double
    /// In LU; 0 where nothing counted.
    var range: Double
    /// The highest since the beginning, in dBTP.
    var truePeak: Double
  }

  /// Three seconds at 44.1 kHz.
  private static let ringFloats = 1 << 18

  private let ring: TapRing
  private let sampleRate: Double
  private var meter: LoudnessMeter?

  /// Begins with the next block.
  init(of engine: EngineControl, bus: Int) {
    sampleRate = engine.sampleRate
    ring = TapRing(firstBus: bus, capacity: Self.ringFloats)
    var changes = Changes()
    ring.begin(in: &changes)
    engine.commit(changes)
    reset()
  }

  /// Begins anew.
  func reset() {
    meter = LoudnessMeter(
      channels: TapRing.channels, sampleRate: sampleRate,
      scope: [.momentary, .shortTerm, .integrated, .range, .truePeak])
  }

  /// Takes what has sounded since the last time.
  func update() {
    ring.drain { samples, frames in meter?.add(samples, frames: frames) }
  }

  var reading: Reading {
    Reading(
      momentary: meter?.momentary ?? -.infinity, shortTerm: meter?.shortTerm ?? -.infinity,
      integrated: meter?.integrated ?? -.infinity, range: meter?.range ?? 0, truePeak: meter?.truePeak ?? -.infinity)
  }
}
