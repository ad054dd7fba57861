public import RealTime

/// Writes signals for LocalIn of the same synth, which reads them in the next block.
public struct LocalOut: UnitGenerator {
  public static let specification = UnitSpecification(
    "LocalOut", "Writes signals for LocalIn of the same synth, which reads them in the next block.",
    inputs: [.init("channels", "One signal for each of its channels.", followsUnit: true)], lastInputRepeats: true,
    outputs: [], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  private let channels: Int32
  private let isAudioRate: Bool

  public init(_ preparation: UnitPreparation) {
    channels = Int32(preparation.inputRates.count)
    isAudioRate = preparation.rate == .audio
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    guard let bus = LocalBus(context, isAudio: isAudioRate), bus.channels == Int(channels) else { return }
    var channel = 0
    while channel < Int(channels) {
      bus.add(wires[channel], to: channel, frames)
      channel += 1
    }
  }
}
