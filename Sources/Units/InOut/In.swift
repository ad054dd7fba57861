public import RealTime

/// Reads neighbouring buses: at audio rate audio buses, as far as they were written in this block; at control rate control
/// buses, which keep their values.
public struct In: UnitGenerator {
  public static let specification = UnitSpecification(
    "In", "Reads neighbouring audio buses, or at control rate control buses.",
    inputs: [.init("bus", "The first bus.", range: 0...16_777_215, rates: [.scalar, .control])], outputs: [],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  let channels: Int32
  let isAudioRate: Bool

  public init(_ preparation: UnitPreparation) {
    channels = Int32(preparation.outputCount)
    isAudioRate = preparation.rate == .audio
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let first = BusNumber.whole(wires[0].pointee)
    guard isAudioRate else {
      readControlBuses(context, wires, first)
      return
    }
    var channel = 0
    while channel < Int(channels) {
      let output = wires[1 + channel]
      let bus = first &+ channel
      let readable =
        first >= 0 && bus < context.pointee.audioBusCount && context.pointee.busWrites[bus] == context.pointee.block
      var frame = 0
      while frame < frames {
        let value = readable ? Lanes(loading: context.pointee.audioBuses + bus &* frames + frame) : Lanes.zero
        value.store(to: output + frame)
        frame += 8
      }
      channel += 1
    }
  }
  @inline(__always)
  private func readControlBuses(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ first: Int) {
    var channel = 0
    while channel < Int(channels) {
      let bus = first &+ channel
      let isBus = first >= 0 && bus < context.pointee.controlBusCount
      wires[1 + channel].pointee = isBus ? context.pointee.controlBuses[bus] : 0
      channel += 1
    }
  }
}
