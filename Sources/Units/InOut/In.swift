public import RealTime

/// Reads neighbouring buses: at audio rate audio buses, as far as they were written in this block; at control rate control
/// buses, which keep their values.
public struct In: UnitGenerator {
  public static let specification = UnitSpecification(
    "In", "Reads neighbouring audio buses, or at control rate control buses.",
    inputs: [.init("bus", "The first bus.", range: 0...16_777_215, rates: [.scalar, .control])], outputs: [],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let channels: Int32
  private var buses = BusChoice()
  private let isAudioRate: Bool

  public init(_ preparation: UnitPreparation) {
    channels = Int32(preparation.outputCount)
    isAudioRate = preparation.rate == .audio
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    process(context, wires, isAudioRate ? RenderContext.blockFrames - Int(context.pointee.blockStart) : 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    buses.follow(
      wires[0].pointee, channels: channels,
      of: isAudioRate ? context.pointee.audioBusCount : context.pointee.controlBusCount)
    var channel = 0
    while channel < Int(channels) {
      let output = wires[1 + channel]
      if isAudioRate {
        let bus = AudioBus(context, buses, channel: channel, frames: frames)
        if let bus, bus.isWritten { AudioBus.copy(bus.samples, to: output, frames) } else { clear(output, frames) }
      } else {
        output.pointee = ControlBus(context, buses, channel: channel)?.value ?? 0
      }
      channel += 1
    }
  }
}
