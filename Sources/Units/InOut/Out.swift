public import RealTime

/// Adds signals to neighbouring buses: at audio rate audio buses, at control rate control buses. Who comes first in a block
/// replaces what the bus held.
public struct Out: UnitGenerator {
  public static let specification = UnitSpecification(
    "Out", "Adds signals to neighbouring audio buses, or at control rate control buses.",
    inputs: [
      .init("bus", "The first bus.", range: 0...16_777_215, rates: [.scalar, .control]),
      .init("channels", "One signal for each bus.", followsUnit: true),
    ], lastInputRepeats: true, outputs: [], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  private let channels: Int32
  private var buses = BusChoice()
  private let isAudioRate: Bool

  public init(_ preparation: UnitPreparation) {
    channels = Int32(preparation.inputRates.count - 1)
    isAudioRate = preparation.rate == .audio
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    buses.follow(
      wires[0].pointee, channels: channels,
      of: isAudioRate ? context.pointee.audioBusCount : context.pointee.controlBusCount)
    var channel = 0
    while channel < Int(channels) {
      let input = wires[1 + channel]
      if isAudioRate {
        AudioBus(context, buses, channel: channel, frames: frames)?.add(input)
      } else {
        ControlBus(context, buses, channel: channel)?.add(input.pointee)
      }
      channel += 1
    }
  }
}
