import RealTime

/// The gains of three bands of a stereo signal. While all are 1 the signal is untouched to the bit and nothing is
/// computed; from the frame on at which one departs, the sum of the bands fades in, and out again when all are back.
struct BandGains: BitwiseCopyable {
  /// The fade between the signal and the sum of its bands, in seconds.
  static let fadeSeconds = 0.03

  private var low = Glide(at: 1)
  private var mid = Glide(at: 1)
  private var high = Glide(at: 1)
  private var hasGains = false
  /// How much of the sum of the bands is heard.
  private var share = Glide(at: 0)
  private var crossover: ThreeBandCrossover

  /// - Thread: control.
  init(sampleRate: Double) { crossover = ThreeBandCrossover(sampleRate: sampleRate) }

  /// The controls of the three gains.
  struct Controls {
    var low: UnsafeMutablePointer<Float>
    var mid: UnsafeMutablePointer<Float>
    var high: UnsafeMutablePointer<Float>
    var glideSeconds: Float
  }

  /// Whether there is nothing to do in this block.
  @inline(__always)
  mutating func isFlat(_ controls: Controls, _ context: UnsafePointer<RenderContext>) -> Bool {
    if !hasGains {
      hasGains = true
      low = Glide(at: controls.low[0])
      mid = Glide(at: controls.mid[0])
      high = Glide(at: controls.high[0])
      if !isAtOne { share = Glide(at: 1) }
    }
    return isAtOne && share.isSettled && share.target == 0 && isSteady(controls, context)
  }

  private var isAtOne: Bool { low.target == 1 && mid.target == 1 && high.target == 1 }

  private func isSteady(_ controls: Controls, _ context: UnsafePointer<RenderContext>) -> Bool {
    LevelSteps.isSteady(low, controls.low, context) && LevelSteps.isSteady(mid, controls.mid, context)
      && LevelSteps.isSteady(high, controls.high, context)
  }

  /// Renders a block in place. Takes 808 floats of the scratch.
  @inline(__always)
  mutating func process(
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ controls: Controls,
    _ context: UnsafePointer<RenderContext>
  ) {
    let frames = RenderContext.blockFrames
    let bands = context.pointee.scratch
    let gains = (low: bands + 512, mid: bands + 584, high: bands + 656, share: bands + 728)
    if isSteady(controls, context) && share.isSettled && share.target == 1 && !isAtOne {
      crossover.split(left, right, bands, frames: frames)
      mix(left, right, bands, frames)
    } else {
      let glide = controls.glideSeconds
      LevelSteps.fill(gains.low, &low, from: controls.low, glideSeconds: glide, context: context, frames: frames)
      LevelSteps.fill(gains.mid, &mid, from: controls.mid, glideSeconds: glide, context: context, frames: frames)
      LevelSteps.fill(gains.high, &high, from: controls.high, glideSeconds: glide, context: context, frames: frames)
      split(left, right, bands, gains.share, gains.low, gains.mid, gains.high, context)
      mix(left, right, bands, gains.low, gains.mid, gains.high, gains.share, frames)
    }
  }

  /// The share sets out for 1 at the frame at which a gain departs from 1, and for 0 at the frame at which all are back.
  /// Where nothing of the bands is heard, they begin anew: so it does not matter where blocks begin.
  @inline(__always)
  private mutating func split(
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ bands: UnsafeMutablePointer<Float>,
    _ shares: UnsafeMutablePointer<Float>, _ low: UnsafeMutablePointer<Float>, _ mid: UnsafeMutablePointer<Float>,
    _ high: UnsafeMutablePointer<Float>, _ context: UnsafePointer<RenderContext>
  ) {
    let frames = RenderContext.blockFrames
    let fade = Int32(Self.fadeSeconds * context.pointee.sampleRate)
    var frame = 0
    while frame < frames {
      let isFlat = low[frame] == 1 && mid[frame] == 1 && high[frame] == 1
      var end = frame &+ 1
      while end < frames && (low[end] == 1 && mid[end] == 1 && high[end] == 1) == isFlat { end &+= 1 }
      let target: Float = isFlat ? 0 : 1
      if share.target != target {
        if share.isSettled && share.target == 0 { crossover.clear() }
        share.aim(at: target, frames: fade, curve: .linear)
      }
      share.fill(shares + frame, count: end &- frame)
      crossover.split(left + frame, right + frame, bands + 8 &* frame, frames: end &- frame)
      frame = end
    }
  }

  /// With gains that stay, and nothing of the signal itself.
  @inline(__always)
  private func mix(
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ bands: UnsafeMutablePointer<Float>,
    _ frames: Int
  ) {
    let gains = Lanes(
      low.target, low.target, mid.target, mid.target, high.target, high.target, 0, 0)
    var frame = 0
    while frame < frames {
      let scaled = Lanes(loading: bands + 8 &* frame) * gains
      let four = scaled.lowHalf + scaled.highHalf
      let sum = four.lowHalf + four.highHalf
      left[frame] = sum[0]
      right[frame] = sum[1]
      frame &+= 1
    }
  }

  @inline(__always)
  private func mix(
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ bands: UnsafeMutablePointer<Float>,
    _ lows: UnsafeMutablePointer<Float>, _ mids: UnsafeMutablePointer<Float>, _ highs: UnsafeMutablePointer<Float>,
    _ shares: UnsafeMutablePointer<Float>, _ frames: Int
  ) {
    var frame = 0
    while frame < frames {
      let band = bands + 8 &* frame
      let share = shares[frame]
      // In the order in which the lanes are added.
      let sumLeft = band[0] * lows[frame] + band[4] * highs[frame] + band[2] * mids[frame]
      let sumRight = band[1] * lows[frame] + band[5] * highs[frame] + band[3] * mids[frame]
      left[frame] = left[frame] * (1 - share) + sumLeft * share
      right[frame] = right[frame] * (1 - share) + sumRight * share
      frame &+= 1
    }
  }

  /// Forgets what has passed: after something that was no number.
  @inline(__always)
  mutating func clear() { crossover.clear() }
}
