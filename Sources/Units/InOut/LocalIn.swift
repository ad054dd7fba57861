public import RealTime

/// Reads what LocalOut wrote in the last block of the same synth; before that, its defaults.
public struct LocalIn: UnitGenerator {
  public static let specification = UnitSpecification(
    "LocalIn", "Reads what LocalOut wrote in the last block of the same synth.",
    inputs: [.init("default", "What each channel is before anything was written.")], lastInputRepeats: true,
    outputs: [],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: Int32
  private let channels: Int32
  private let isAudioRate: Bool
  private var owns = false

  public init(_ preparation: UnitPreparation) {
    inputs = Int32(preparation.inputRates.count)
    channels = Int32(preparation.outputCount)
    isAudioRate = preparation.rate == .audio
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    // A second one in the same synth is silent.
    owns = LocalBus.make(context, isAudio: isAudioRate, channels: Int(channels))
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let bus = owns ? LocalBus(context, isAudio: isAudioRate) : nil
    var channel = 0
    while channel < Int(channels) {
      let output = wires[Int(inputs) + channel]
      if let bus, bus.isRecent(channel) {
        AudioBus.copy(bus.memory(channel), to: output, frames)
      } else {
        fill(output, with: bus != nil && channel < Int(inputs) ? wires[channel].pointee : 0, frames)
      }
      channel += 1
    }
  }
}
