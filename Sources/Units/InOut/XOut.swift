public import RealTime

/// Fades from what was written to neighbouring buses before to new signals.
public struct XOut: UnitGenerator {
  public static let specification = UnitSpecification(
    "XOut", "Fades from what was written to neighbouring buses before to new signals.",
    inputs: [
      .init("bus", "The first bus.", range: 0...16_777_215, rates: [.scalar, .control]),
      .init("xfade", "How much of the new signals.", range: 0...1, rates: [.scalar, .control]),
      .init("channels", "One signal for each bus.", followsUnit: true),
    ], lastInputRepeats: true, outputs: [], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let channels: Int32
  private var buses = BusChoice()
  private let isAudioRate: Bool
  private var share: Float = 0

  public init(_ preparation: UnitPreparation) {
    channels = Int32(preparation.inputRates.count - 2)
    isAudioRate = preparation.rate == .audio
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { share = wires[1].pointee }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    buses.follow(
      wires[0].pointee, channels: channels,
      of: isAudioRate ? context.pointee.audioBusCount : context.pointee.controlBusCount)
    let last = share
    share = wires[1].pointee
    // Nothing new: the buses stay as they are, unwritten where they are.
    if isAudioRate && last == 0 && share == 0 { return }
    let slope = (share - last) / Float(frames)
    var channel = 0
    while channel < Int(channels) {
      let input = wires[2 + channel]
      if isAudioRate {
        fade(AudioBus(context, buses, channel: channel, frames: frames), input, last, slope, frames)
      } else if let bus = ControlBus(context, buses, channel: channel) {
        let value = bus.isWritten ? bus.value : 0
        bus.replace(with: value + share * (input.pointee - value))
      }
      channel += 1
    }
  }

  @inline(__always)
  private func fade(
    _ bus: AudioBus?, _ input: UnsafeMutablePointer<Float>, _ first: Float, _ slope: Float, _ frames: Int
  ) {
    guard let bus else { return }
    let isWritten = bus.isWritten
    bus.begin()
    var share = first
    var frame = 0
    while frame < frames {
      let value = isWritten ? bus.samples[frame] : 0
      bus.samples[frame] = value + share * (input[frame] - value)
      share += slope
      frame &+= 1
    }
  }
}
