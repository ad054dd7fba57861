public import RealTime

/// Reads neighbouring control buses, smoothed.
public struct LagIn: UnitGenerator {
  public static let specification = UnitSpecification(
    "LagIn", "Reads neighbouring control buses, smoothed.",
    inputs: [
      .init("bus", "The first bus.", range: 0...16_777_215, rates: [.scalar, .control]),
      .init("lag", "The time in which a step falls by 60 dB.", range: 0...1e9, measure: "seconds", standard: 0.1),
    ], outputs: [], rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let channels: Int32
  private var buses = BusChoice()
  private let valuesPerSecond: Float
  private var coefficient: Float = 0

  public init(_ preparation: UnitPreparation) {
    channels = Int32(preparation.outputCount)
    valuesPerSecond = Float(preparation.valuesPerSecond)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let lag = wires[1].pointee
    coefficient = lag == 0 ? 0 : Float(decay(after: Double(lag) * Double(valuesPerSecond)))
    buses.follow(wires[0].pointee, channels: channels, of: context.pointee.controlBusCount)
    var channel = 0
    while channel < Int(channels) {
      wires[2 + channel].pointee = ControlBus(context, buses, channel: channel)?.value ?? 0
      channel += 1
    }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    buses.follow(wires[0].pointee, channels: channels, of: context.pointee.controlBusCount)
    var channel = 0
    while channel < Int(channels) {
      // The output holds the last value, which no other unit writes.
      let output = wires[2 + channel]
      let target = ControlBus(context, buses, channel: channel)?.value ?? 0
      output.pointee = tamed(target + coefficient * (output.pointee - target))
      channel += 1
    }
  }
}
