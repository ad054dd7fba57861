import CRealTime
public import RealTime

/// Places a signal in a ring of channels.
public struct PanAz: UnitGenerator {
  public static let specification = UnitSpecification(
    "PanAz", "Places a signal in a ring of channels.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("pos", "The position: from channel to channel all around in 2."),
      .init("level", "The level.", standard: 1, rates: [.scalar, .control]),
      .init("width", "How many channels it reaches.", standard: 2, rates: [.scalar, .control]),
      .init(
        "orientation", "0 puts a channel in front, 0.5 the gap between two.", standard: 0.5, rates: [.scalar, .control]),
    ], outputs: [],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let sine = QuarterSine()
  private let channels: Int
  private var gains: UnsafeMutablePointer<Float>?

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    channels = preparation.outputCount
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    gains = context.pointee.allocate(floats: channels)
    for channel in 0..<channels {
      let first = gain(wires, wires[1].pointee, channel)
      if let gains { gains[channel] = first }
      wires[5 + channel].pointee = 0
    }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let signal = inputs.signal(wires, 0)
    let position = inputs.signal(wires, 1)
    for channel in 0..<channels {
      let output = wires[5 + channel]
      var frame = 0
      if inputs.isAudio(1) {
        while frame < frames {
          output[frame] = signal[frame] * gain(wires, position[frame], channel)
          frame &+= 1
        }
        continue
      }
      var last: Float = 0
      if let gains { last = gains[channel] }
      let next = gain(wires, position[0], channel)
      let slope = (next - last) / Float(frames)
      while frame < frames {
        output[frame] = signal[frame] * last
        last += slope
        frame &+= 1
      }
      if let gains { gains[channel] = next }
    }
  }

  @inline(__always)
  private func gain(_ wires: Wires, _ position: Float, _ channel: Int) -> Float {
    let count = Float(channels)
    let share = 1 / wires[3].pointee
    let range = count * share
    let place = (position * 0.5 * count + wires[3].pointee * 0.5 + wires[4].pointee - Float(channel)) * share
    let around = place - range * syrinx_floorf(1 / range * place)
    return around <= 1 && around >= 0 ? wires[2].pointee * sine.table[Int(4096 * around)] : 0
  }
}
