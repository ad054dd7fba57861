import CRealTime
import RealTime

/// The delays of a GVerb.
struct GVerbRoom: BitwiseCopyable {
  private static let tapFrames = 44_000
  /// Frames that early reflections may be late, so that a block may be written before it is read.
  private static let latestTap = tapFrames - 2 * RenderContext.blockFrames

  private let sampleRate: Double
  private let largest: Float
  private var alpha: Double
  private var inputDamping: Float = 1
  private var inputLast: Float = 0
  private var wallDamping: Float
  private var wallLast = SIMD4<Float>()
  private var taps: ReverbRing
  /// Four delays, then the diffusers: the input's, three of the left channel's, three of the right's.
  private let rings: UnsafeMutablePointer<ReverbRing>
  /// Frames of each delay; the first is a prime number of them.
  private var lengths: SIMD4<Int32>
  private var tapFrames = SIMD4<Int32>()
  private var gains = SIMD4<Float>()
  private var tapGains = SIMD4<Float>()

  /// Nil when there is no memory, or no room of such measures.
  init?(
    _ context: UnsafePointer<RenderContext>, size: Float, largest: Float, seconds: Float, damping: Float,
    spread: Float, sampleRate: Double
  ) {
    self.sampleRate = sampleRate
    self.largest = largest > 1.0001 ? largest : 1.0001
    let frames = Float(sampleRate * Double(size) / 340)
    let longest = Float(sampleRate * Double(self.largest) / 340)
    guard frames > 0, frames < 1e7, longest < 1e7 else { return nil }
    alpha = syrinx_pow(Double(Float(0.001)), 1 / Double(Float(sampleRate * Double(seconds))))
    wallDamping = damping
    lengths = SIMD4(
      Self.prime(near: Int(frames)), Self.rounded(0.81649 * frames), Self.rounded(0.7071 * frames),
      Self.rounded(0.63245 * frames))
    let sizes = GVerbDiffusers(scale: Float(Double(lengths[3]) / (210 + 159 + 562 + 410)), spread: spread)
    guard sizes.isSound, lengths[0] > 0, lengths[1] > 0, lengths[2] > 0, lengths[3] > 0,
      let memory = context.pointee.allocate(bytes: 11 * MemoryLayout<ReverbRing>.stride)?
        .assumingMemoryBound(to: ReverbRing.self),
      let tapMemory = context.pointee.allocate(floats: Self.tapFrames)
    else { return nil }
    rings = memory
    taps = ReverbRing(tapMemory, length: Self.tapFrames)
    for ring in 0..<11 {
      let length = Int(ring < 4 ? lengths[ring] : sizes[ring - 4])
      guard let samples = context.pointee.allocate(floats: length) else { return nil }
      (memory + ring).initialize(to: ReverbRing(samples, length: length))
    }
    setTaps(frames)
    gains = gainsOfDelays
    tapGains = gainsOfTaps
  }

  // MARK: - Settings

  /// Gives back the size that it took. The taps' gains are those of the time before.
  mutating func set(size: Float, seconds: Float) -> Float {
    let taken = size > 1 ? (size >= largest ? largest - 1 : size) : 1
    let delay = Double(Float(sampleRate * Double(taken) / 340))
    let (one, two, three) = (Self.whole(0.81649 * delay), Self.whole(0.7071 * delay), Self.whole(0.63245 * delay))
    lengths = SIMD4(lengths[0], limit(one, 1), limit(two, 2), limit(three, 3))
    setTaps(Float(delay))
    tapGains = gainsOfTaps
    alpha = Double(syrinx_powf(0.001, Float(1 / (sampleRate * Double(seconds)))))
    gains = gainsOfDelays
    return taken
  }

  mutating func set(damping: Float, bandwidth: Float) {
    wallDamping = damping
    inputDamping = Float(1 - Double(bandwidth))
  }

  private func limit(_ frames: Int32, _ ring: Int) -> Int32 { max(1, min(frames, Int32(rings[ring].length))) }

  private mutating func setTaps(_ frames: Float) {
    let delay = Double(frames)
    tapFrames = SIMD4(
      5 + Self.tap(0.41 * delay), 5 + Self.tap(0.3 * delay),
      5 + Self.tap(0.155 * delay), 5)
  }

  private static func tap(_ frames: Double) -> Int32 {
    Int32(FrameCount.whole(frames, atLeast: 0, atMost: latestTap))
  }

  private var gainsOfDelays: SIMD4<Float> {
    SIMD4(
      -Float(syrinx_pow(alpha, Double(lengths[0]))), -Float(syrinx_pow(alpha, Double(lengths[1]))),
      -Float(syrinx_pow(alpha, Double(lengths[2]))), -Float(syrinx_pow(alpha, Double(lengths[3]))))
  }

  private var gainsOfTaps: SIMD4<Float> {
    SIMD4(
      Float(syrinx_pow(alpha, Double(tapFrames[0]))), Float(syrinx_pow(alpha, Double(tapFrames[1]))),
      Float(syrinx_pow(alpha, Double(tapFrames[2]))), Float(syrinx_pow(alpha, Double(tapFrames[3]))))
  }

  private static func whole(_ value: Double) -> Int32 { Int32(processorTruncating: value) }

  /// To the nearest whole number, halves to the even one.
  private static func rounded(_ value: Float) -> Int32 { Int32(processorTruncating: value + 12_582_912 - 12_582_912) }

  /// The prime number nearest to one, no further off than half of it; −1 where there is none.
  private static func prime(near number: Int) -> Int32 {
    if isPrime(number) { return Int32(truncatingIfNeeded: number) }
    var distance = 1
    while distance <= number / 2 {
      if isPrime(number &+ distance) { return Int32(truncatingIfNeeded: number &+ distance) }
      if isPrime(number &- distance) { return Int32(truncatingIfNeeded: number &- distance) }
      distance &+= 1
    }
    return -1
  }

  private static func isPrime(_ number: Int) -> Bool {
    if number == 2 { return true }
    if number & 1 == 0 { return false }
    var divisor = 3
    while divisor &* divisor <= number {
      if number % divisor == 0 { return false }
      divisor &+= 2
    }
    return true
  }

  // MARK: - Sound

  /// Renders a block.
  ///
  /// - Parameter scratch: room for three blocks.
  @inline(__always)
  mutating func render(
    _ signal: UnsafeMutablePointer<Float>, _ left: UnsafeMutablePointer<Float>,
    _ right: UnsafeMutablePointer<Float>, _ levels: GVerbLevels, _ frames: Int, scratch: UnsafeMutablePointer<Float>
  ) {
    let entering = scratch
    var frame = 0
    while frame < frames {
      entering[frame] = signal[frame] * (1 - inputDamping) + inputLast * inputDamping
      inputLast = entering[frame].withoutExtremes
      frame &+= 1
    }
    GVerbDiffusers.diffuse(rings + 4, 0.75, entering, frames)
    var spots = ReverbTaps(taps, tapFrames)
    taps.append(entering, frames)
    reflect(signal, left, levels, frames, &spots)
    syrinx_copy_bytes(right, left, 4 &* frames)
    GVerbDiffusers.diffuse(rings + 5, 0.75, left, frames)
    GVerbDiffusers.diffuse(rings + 6, 0.625, left, frames)
    GVerbDiffusers.diffuse(rings + 7, 0.625, left, frames)
    GVerbDiffusers.diffuse(rings + 8, 0.75, right, frames)
    GVerbDiffusers.diffuse(rings + 9, 0.625, right, frames)
    GVerbDiffusers.diffuse(rings + 10, 0.625, right, frames)
  }

  /// Early reflections and the four delays.
  @inline(__always)
  private mutating func reflect(
    _ signal: UnsafeMutablePointer<Float>, _ sum: UnsafeMutablePointer<Float>, _ levels: GVerbLevels, _ frames: Int,
    _ spots: inout ReverbTaps
  ) {
    var (ring0, ring1, ring2, ring3) = (rings[0], rings[1], rings[2], rings[3])
    let signs = SIMD4<Float>(1, -1, 1, -1)
    let (late0, late1, late2, late3) = (Int(lengths[0]), Int(lengths[1]), Int(lengths[2]), Int(lengths[3]))
    var (early, tail) = (levels.early, levels.tail)
    let (gain, tapGain) = (gains, tapGains)
    var last = wallLast
    var frame = 0
    while frame < frames {
      let reflections = tapGain * spots.next()
      let read = SIMD4(ring0.value(late0), ring1.value(late1), ring2.value(late2), ring3.value(late3))
      let walls = gain * read * (1 - wallDamping) + last * wallDamping
      last = walls.withoutExtremes
      let heard = signs * (walls * tail + reflections * early)
      sum[frame] = ((heard[0] + heard[1]) + heard[2]) + heard[3] + signal[frame] * early
      let (a, b, c, d) = (walls[0], walls[1], walls[2], walls[3])
      let mixed = SIMD4(a + b - c - d, a - b - c + d, b - a - c + d, a + b + c + d)
      let written = (reflections + mixed * 0.5).withoutExtremes
      ring0.write(written[0])
      ring1.write(written[1])
      ring2.write(written[2])
      ring3.write(written[3])
      early += levels.earlyStep
      tail += levels.tailStep
      frame &+= 1
    }
    wallLast = last
    (rings[0], rings[1], rings[2], rings[3]) = (ring0, ring1, ring2, ring3)
  }
}
