import RealTime

/// A limiter that looks ahead, so that its gain is down smoothly before a peak comes: no true peak above −1 dBTP.
///
/// True peaks are those of meters and converters, whose filters let nothing through at half of the sample rate. Noise that
/// fills the band up to there has peaks that only a sinc without an end finds: of clipped white noise such a one reaches
/// −0.4 dBTP. To find them, too, would take a sinc of a thousand taps, and 11 ms more of delay.
///
/// For each frame the gain that its peak needs; of those the least within the window; from there back to 1 with an
/// exponential release; that twice averaged over half a window. All of the averages around a peak are then at or below
/// what it needs.
///
/// - Source: look-ahead limiting by a running minimum and averages after P. Hämäläinen, "Smoothing of the control signal
///   without clipped output in digital peak limiters", DAFx-02.
struct TruePeakLimiter: BitwiseCopyable {
  /// −1 dB.
  static let ceiling: Float = 0.891_250_94
  /// What peaks are held to: lower by what may hide from the interpolation and show to another one, 0.4 dB.
  private static let target: Float = 0.851_138_04
  /// Gains below are none: the averages stay exact sums.
  private static let leastGain: Float = 9.536_743e-7
  private static let releaseSeconds = 0.08

  private let window: Int
  private let release: Double
  private let interpolator: PeakInterpolator
  /// Each begins with what is left of the past, behind which this block's frames are written.
  private let left: UnsafeMutablePointer<Float>
  private let right: UnsafeMutablePointer<Float>
  private let needed: UnsafeMutablePointer<Float>
  private let released: UnsafeMutablePointer<Float>
  private let averaged: UnsafeMutablePointer<Float>
  private let past: Int
  private var lastPeak: Float = 0
  private var gain = 1.0
  private var releasedSum: Double
  private var averagedSum: Double

  /// Nil when there is no memory for it.
  init?(_ context: UnsafePointer<RenderContext>) {
    let block = RenderContext.blockFrames
    let sampleRate = context.pointee.sampleRate
    window = LookAhead.windowFrames(sampleRate: sampleRate)
    let half = window / 2
    // Whole vectors behind the last frame may be read.
    past = LookAhead.frames(sampleRate: sampleRate)
    let audio = past + block + 8
    let total = PeakInterpolator.floats + 2 * audio + (window + block) + 2 * (half + block)
    guard let memory = context.pointee.allocate(floats: total + 16) else { return nil }
    interpolator = PeakInterpolator(memory)
    left = memory + PeakInterpolator.floats
    right = left + audio
    needed = right + audio
    released = needed + window + block
    averaged = released + half + block
    var index = 0
    while index < window {
      needed[index] = 1
      index += 1
    }
    index = 0
    while index < half {
      released[index] = 1
      averaged[index] = 1
      index += 1
    }
    releasedSum = Double(half)
    averagedSum = Double(half)
    // The first terms of 1 − e^−x: x is small.
    let x = 1 / (Self.releaseSeconds * sampleRate)
    release = x - x * x / 2
  }

  /// Takes a block, and writes the one that lies `LookAhead.frames` before it, limited. Takes 656 floats of the scratch.
  @inline(__always)
  mutating func process(
    _ inLeft: UnsafeMutablePointer<Float>, _ inRight: UnsafeMutablePointer<Float>, inputGain: Float,
    _ outLeft: UnsafeMutablePointer<Float>, _ outRight: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    let block = RenderContext.blockFrames
    var frame = 0
    while frame < block {
      (Lanes(loading: inLeft + frame) * inputGain).store(to: left + past + frame)
      (Lanes(loading: inRight + frame) * inputGain).store(to: right + past + frame)
      frame &+= 8
    }
    findNeeds(scratch)
    findLeast(scratch)
    smooth(scratch)
    frame = 0
    while frame < block {
      let gains = Lanes(loading: scratch + frame)
      // Beyond the ceiling is only what was louder than a million.
      (Lanes(loading: left + frame) * gains).limited(to: Self.ceiling).store(to: outLeft + frame)
      (Lanes(loading: right + frame) * gains).limited(to: Self.ceiling).store(to: outRight + frame)
      frame &+= 8
    }
    Self.shift(left, keeping: past)
    Self.shift(right, keeping: past)
    Self.shift(needed, keeping: window)
    Self.shift(released, keeping: window / 2)
    Self.shift(averaged, keeping: window / 2)
  }

  /// The gain that each frame needs for the peaks on both of its sides.
  @inline(__always)
  private mutating func findNeeds(_ scratch: UnsafeMutablePointer<Float>) {
    let block = RenderContext.blockFrames
    let reach = LookAhead.interpolationFrames
    let first = past &- 2 &* reach &+ 1
    let peaks = scratch + 1
    interpolator.findPeaks(left + first, right + first, peaks, frames: block)
    scratch[0] = lastPeak
    lastPeak = peaks[block - 1]
    var frame = 0
    while frame < block {
      let peak = Lanes(loading: scratch + frame).higher(Lanes(loading: peaks + frame))
      let need = Self.target / peak
      let limiting = need.replacing(with: Lanes(repeating: 1), where: .!(peak .> Self.target))
      limiting.higher(Lanes(repeating: Self.leastGain)).store(to: needed + window + frame)
      frame &+= 8
    }
  }

  /// The least need of the window that ends with each frame: windows of 2, 4, 8 … frames, each from two of those before.
  @inline(__always)
  private func findLeast(_ least: UnsafeMutablePointer<Float>) {
    let block = RenderContext.blockFrames
    var count = window &+ block &- 1
    var frame = 0
    while frame < count {
      Lanes(loading: needed + 1 + frame).store(to: least + frame)
      frame &+= 8
    }
    var step = 1
    while step < window {
      count &-= step
      frame = 0
      while frame < count {
        let one = Lanes(loading: least + frame)
        let other = Lanes(loading: least + frame + step)
        one.replacing(with: other, where: other .< one).store(to: least + frame)
        frame &+= 8
      }
      step &*= 2
    }
  }

  /// Release and averages; the gains of the block take the place of the least needs.
  @inline(__always)
  private mutating func smooth(_ gains: UnsafeMutablePointer<Float>) {
    let half = window / 2
    let scale = 1 / Double(half)
    let block = RenderContext.blockFrames
    var current = gain
    var (sum, secondSum) = (releasedSum, averagedSum)
    var frame = 0
    while frame < block {
      let rise = Double(gains[frame]) - current
      // The last of the way at once: the release by itself would never arrive.
      current += rise > 1e-6 ? rise * release : rise
      let value = Float(current)
      released[half + frame] = value
      sum += Double(value) - Double(released[frame])
      let average = Float(sum * scale)
      averaged[half + frame] = average
      secondSum += Double(average) - Double(averaged[frame])
      gains[frame] = Float(secondSum * scale)
      frame &+= 1
    }
    gain = current
    (releasedSum, averagedSum) = (sum, secondSum)
  }

  /// Moves what is behind a block to the front.
  @inline(__always)
  private static func shift(_ line: UnsafeMutablePointer<Float>, keeping count: Int) {
    var index = 0
    while index < count {
      Lanes(loading: line + index + RenderContext.blockFrames).store(to: line + index)
      index &+= 8
    }
  }
}
