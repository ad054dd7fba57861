public import RealTime

/// Adds signals to neighbouring audio buses, later by the frames by which its synth should have begun later than its first
/// block.
public struct OffsetOut: UnitGenerator {
  public static let specification = UnitSpecification(
    "OffsetOut", "Adds signals to neighbouring audio buses, exactly at the frame for which its synth was scheduled.",
    inputs: [
      .init("bus", "The first bus.", range: 0...16_777_215, rates: [.scalar, .control]),
      .init("channels", "One signal for each bus.", followsUnit: true),
    ], lastInputRepeats: true, outputs: [])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }
  public static let stopThunk: UnitThunk? = { runStop($0, $1, $2, $3) }

  private let channels: Int32
  private var buses = BusChoice()
  private var offset: Int32 = 0
  /// The end of each channel's last block.
  private var saved: UnsafeMutablePointer<Float>?

  public init(_ preparation: UnitPreparation) {
    channels = Int32(preparation.inputRates.count - 1)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    // A first block that is shorter begins at its frame already.
    offset = context.pointee.startOffset &- context.pointee.blockStart
    if offset > 0 { saved = context.pointee.allocate(floats: Int(offset) * Int(channels)) }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    buses.follow(wires[0].pointee, channels: channels, of: context.pointee.audioBusCount)
    let delay = saved == nil ? 0 : Int(offset)
    var channel = 0
    while channel < Int(channels) {
      let input = wires[1 + channel]
      let bus = AudioBus(context, buses, channel: channel, frames: frames)
      if delay == 0 {
        bus?.add(input)
      } else if let saved {
        let rest = saved + channel &* delay
        if let bus {
          if !bus.isWritten { clear(bus.samples, frames) }
          bus.begin()
          AudioBus.add(rest, to: bus.samples, delay)
          AudioBus.add(input, to: bus.samples + delay, frames &- delay)
        }
        AudioBus.copy(input + (frames &- delay), to: rest, delay)
      }
      channel += 1
    }
  }

  /// The end of the last block is still to come.
  public mutating func stop(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    guard let saved else { return }
    buses.follow(wires[0].pointee, channels: channels, of: context.pointee.audioBusCount)
    let delay = Int(offset)
    var channel = 0
    while channel < Int(channels) {
      if let bus = AudioBus(context, buses, channel: channel, frames: RenderContext.blockFrames) {
        if !bus.isWritten { clear(bus.samples, RenderContext.blockFrames) }
        bus.begin()
        AudioBus.add(saved + channel &* delay, to: bus.samples, delay)
      }
      channel &+= 1
    }
  }
}
