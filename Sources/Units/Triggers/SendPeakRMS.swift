import CRealTime
public import RealTime

/// Tells clients each signal's peak and root of the mean square, again and again, under an address of their own.
public struct SendPeakRMS: UnitGenerator {
  public static let specification = UnitSpecification(
    "SendPeakRMS", "Tells clients the peak and the RMS of signals.",
    inputs: [
      .init("replyRate", "How often it tells.", range: 0.01...1000, measure: "hertz", standard: 20),
      .init("peakLag", "The time in which the peaks that it tells fall by 60 dB.", measure: "seconds", standard: 3),
      .init("replyID", "A number that it tells too.", standard: -1),
      .init("channels", "How many signals there are.", range: 0...1024, standard: 1),
      .init("rest", "The signals, then how many letters the address has, then its letters."),
    ], lastInputRepeats: true, outputs: [], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private enum Place {
    static let replyID = 2
    static let signals = 4
  }

  private let inputs: Int32
  private let isAudioRate: Bool
  private var channels: Int32 = 0
  private var letters: Int32 = 0
  /// For each channel: the peak and the sum of squares since the last reply, the peak that was told last, and whether it is
  /// of audio rate (1) or not (0).
  private var levels: UnsafeMutablePointer<Float>?
  private var decay: Float = 0
  /// Between two replies, in values of the unit's own rate and of control rate.
  private var period: Int32 = 1
  private var left: Int32 = 0
  private var framesOfPeriod: Float = 1
  private var valuesOfPeriod: Float = 1

  public init(_ preparation: UnitPreparation) {
    inputs = Int32(preparation.inputRates.count)
    isAudioRate = preparation.rate == .audio
  }

  @inline(__always)
  private static func whole(_ value: Double) -> Int32 { value >= 1 ? (value < 2e9 ? Int32(value) : 2_000_000_000) : 1 }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let wanted = wires[3].pointee
    guard wanted >= 1, wanted <= Float(inputs &- 5) else { return }
    channels = Int32(wanted)
    let size = wires[Place.signals &+ Int(channels)].pointee
    let most = inputs &- channels &- 5
    letters = size >= 0 ? (size < Float(most) ? Int32(size) : most) : 0
    levels = context.pointee.allocate(floats: 4 &* Int(channels))
    let rate = Double(wires[0].pointee)
    let frames = Self.whole(context.pointee.sampleRate / rate)
    let values = Self.whole(context.pointee.controlRate / rate)
    framesOfPeriod = Float(frames)
    valuesOfPeriod = Float(values)
    period = isAudioRate ? frames : values
    left = period
    let lag = Double(wires[1].pointee)
    decay = lag != 0 ? Float(syrinx_exp(-6.907_755_278_982_137 / (lag * rate))) : 0
    guard let levels else { return }
    var channel = 0
    while channel < Int(channels) {
      let source = wires.source(Place.signals &+ channel)
      levels[4 &* channel &+ 3] = source.map { $0.pointee.rate == .audio ? 1 : 0 } ?? 0
      channel &+= 1
    }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    guard let levels else { return }
    if !isAudioRate {
      left &-= 1
      if left <= 0 {
        left &+= period
        reply(context, wires, levels)
      }
      measure(wires, levels, from: 0, RenderContext.blockFrames)
      return
    }
    var done = 0
    while done < frames {
      let count = min(frames &- done, Int(left))
      measure(wires, levels, from: done, count)
      done &+= count
      left &-= Int32(truncatingIfNeeded: count)
      if left <= 0 {
        reply(context, wires, levels)
        left = period
      }
    }
  }

  @inline(__always)
  private func measure(_ wires: Wires, _ levels: UnsafeMutablePointer<Float>, from first: Int, _ count: Int) {
    var channel = 0
    while channel < Int(channels) {
      let signal = wires[Place.signals &+ channel]
      let own = levels + 4 &* channel
      channel &+= 1
      // A slower signal has one value a block.
      if own[3] == 0, first > 0 { continue }
      let from = own[3] == 0 ? 0 : first
      let end = from &+ (own[3] == 0 ? 1 : count)
      var (peak, squares) = (own[0], own[1])
      var frame = from
      while frame < end {
        let value = signal[frame]
        if value.magnitude > peak { peak = value.magnitude }
        squares += value * value
        frame &+= 1
      }
      own[0] = peak
      own[1] = squares
    }
  }

  private func reply(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ levels: UnsafeMutablePointer<Float>) {
    let id = wires[Place.replyID].pointee
    let address = Place.signals &+ Int(channels) &+ 1
    context.pointee.send(.reply, context.pointee.node) { message in
      message.append(id.magnitude < 2e9 ? Int32(id) : -1)
      message.append(letters)
      var letter = 0
      var word: UInt32 = 0
      while letter < Int(letters) {
        let code = wires[address &+ letter].pointee
        let byte: UInt32 = code >= 0 && code < 256 ? UInt32(code) : 63
        word |= byte << UInt32(truncatingIfNeeded: 8 &* (letter & 3))
        letter &+= 1
        if letter & 3 == 0 || letter == Int(letters) {
          message.append(word)
          word = 0
        }
      }
      var channel = 0
      while channel < Int(channels) {
        let own = levels + 4 &* channel
        let peak = own[0] >= own[2] ? own[0] : own[0] + decay * (own[2] - own[0])
        own[2] = peak
        message.append(peak)
        message.append(syrinx_sqrtf(own[1] / (own[3] == 1 ? framesOfPeriod : valuesOfPeriod)))
        own[0] = 0
        own[1] = 0
        channel &+= 1
      }
    }
  }
}
