import CRealTime

/// Follows the magnitude of a signal, by a time for rising and one for falling.
struct LevelFollower: BitwiseCopyable {
  private let sampleRate: Double
  private var attackTime: Float = 0
  private var releaseTime: Float = 0
  private var attack: Float = 0
  private var release: Float = 0
  var level: Float = 0

  init(sampleRate: Double) { self.sampleRate = sampleRate }

  /// Takes the times, in seconds within which it has come within a tenth.
  @inline(__always)
  mutating func take(attack newAttack: Float, release newRelease: Float) {
    if newAttack != attackTime {
      attack = factor(newAttack)
      attackTime = newAttack
    }
    if newRelease != releaseTime {
      release = factor(newRelease)
      releaseTime = newRelease
    }
  }

  @inline(__always)
  private func factor(_ seconds: Float) -> Float {
    seconds == 0 ? 0 : Float(syrinx_exp(-2.302_585_092_994_045_7 / (Double(seconds) * sampleRate)))
  }

  @inline(__always)
  mutating func follow(_ signal: Float) -> Float {
    let magnitude = signal.magnitude
    level = magnitude + (level - magnitude) * (magnitude < level ? release : attack)
    return level
  }
}
