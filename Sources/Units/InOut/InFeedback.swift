public import RealTime

/// Reads neighbouring audio buses as they were written in this block, or else in the last one.
public struct InFeedback: UnitGenerator {
  public static let specification = UnitSpecification(
    "InFeedback", "Reads neighbouring audio buses, from the last block where nobody wrote them in this one.",
    inputs: [.init("bus", "The first bus.", range: 0...16_777_215, rates: [.scalar, .control])], outputs: [])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let channels: Int32
  private var buses = BusChoice()

  public init(_ preparation: UnitPreparation) { channels = Int32(preparation.outputCount) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    process(context, wires, RenderContext.blockFrames - Int(context.pointee.blockStart))
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    buses.follow(wires[0].pointee, channels: channels, of: context.pointee.audioBusCount)
    var channel = 0
    while channel < Int(channels) {
      let output = wires[1 + channel]
      let bus = AudioBus(context, buses, channel: channel, frames: frames)
      if let bus, bus.isRecent { AudioBus.copy(bus.samples, to: output, frames) } else { clear(output, frames) }
      channel += 1
    }
  }
}
