public import RealTime

/// Reads neighbouring control buses, in the blocks in which they are written; else 0.
public struct InTrig: UnitGenerator {
  public static let specification = UnitSpecification(
    "InTrig", "Reads neighbouring control buses, in the blocks in which they are written.",
    inputs: [.init("bus", "The first bus.", range: 0...16_777_215, rates: [.scalar, .control])], outputs: [],
    rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let channels: Int32
  private var buses = BusChoice()

  public init(_ preparation: UnitPreparation) { channels = Int32(preparation.outputCount) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    buses.follow(wires[0].pointee, channels: channels, of: context.pointee.controlBusCount)
    var channel = 0
    while channel < Int(channels) {
      let bus = ControlBus(context, buses, channel: channel)
      wires[1 + channel].pointee = bus.map { $0.isWritten ? $0.value : 0 } ?? 0
      channel += 1
    }
  }
}
