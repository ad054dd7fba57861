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

  let channels: Int32
  let isAudioRate: Bool

  public init(_ preparation: UnitPreparation) {
    channels = Int32(preparation.inputRates.count - 1)
    isAudioRate = preparation.rate == .audio
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let first = BusNumber.whole(wires[0].pointee)
    guard isAudioRate else {
      writeControlBuses(context, wires, first)
      return
    }
    var channel = 0
    while channel < Int(channels) {
      let bus = first &+ channel
      if first >= 0 && bus < context.pointee.audioBusCount {
        let input = wires[1 + channel]
        let output = context.pointee.audioBuses + bus &* frames
        var frame = 0
        if context.pointee.busWrites[bus] == context.pointee.block {
          while frame < frames {
            (Lanes(loading: output + frame) + Lanes(loading: input + frame)).store(to: output + frame)
            frame += 8
          }
        } else {
          context.pointee.busWrites[bus] = context.pointee.block
          while frame < frames {
            Lanes(loading: input + frame).store(to: output + frame)
            frame += 8
          }
        }
      }
      channel += 1
    }
  }
  @inline(__always)
  private func writeControlBuses(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ first: Int) {
    var channel = 0
    while channel < Int(channels) {
      let bus = first &+ channel
      if first >= 0 && bus < context.pointee.controlBusCount {
        let isFirst = context.pointee.controlBusWrites[bus] != context.pointee.block
        let value = wires[1 + channel].pointee
        context.pointee.controlBuses[bus] = isFirst ? value : context.pointee.controlBuses[bus] + value
        context.pointee.controlBusWrites[bus] = context.pointee.block
      }
      channel += 1
    }
  }
}
