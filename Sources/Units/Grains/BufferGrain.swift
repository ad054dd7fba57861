import RealTime

/// A grain out of a buffer of one channel, around which it goes.
struct BufferGrain: GrainVoice {
  let number: Float
  let rate: Double
  var position: Double
  let interpolation: TableInterpolation

  /// The buffer of a grain; nil when it has not one channel.
  @inline(__always)
  static func table(_ number: Float, _ context: UnsafePointer<RenderContext>) -> FrameTable? {
    guard let table = FrameTable(meant: number, context), table.channels == 1 else { return nil }
    return table
  }

  @inline(__always)
  mutating func play(
    _ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int, frames: Int,
    into sound: UnsafeMutablePointer<Float>
  ) -> Bool {
    guard let table = Self.table(number, context) else { return false }
    let last = position + rate * Double((frames &- 1) | 7)
    let end = Double(table.frames &- 2)
    // All of it lies well within the buffer.
    if position >= 1 && position < end && last >= 1 && last < end && rate.magnitude < FrameTable.fastest {
      switch interpolation {
      case .none: playWhole(table, frames, sound)
      case .linear: playInside(table, frames, sound) { table.lanes($0, $1, channel: 0, .linear) }
      case .cubic: playInside(table, frames, sound) { table.lanes($0, $1, channel: 0, .cubic) }
      }
    } else {
      playAround(table, frames, sound)
    }
    return true
  }

  @inline(__always)
  private mutating func playInside(
    _ table: FrameTable, _ frames: Int, _ sound: UnsafeMutablePointer<Float>,
    _ values: (SIMD8<Int32>, Lanes) -> Lanes
  ) {
    var places = PlaceLanes(position, by: rate)
    var frame = 0
    while frame < frames {
      values(places.indices, Lanes(fractionsOf: places.parts)).store(to: sound + frame)
      places.advance()
      frame &+= 8
    }
    position += rate * Double(frames)
  }

  /// Without interpolation the last bit of a position decides.
  @inline(__always)
  private mutating func playWhole(_ table: FrameTable, _ frames: Int, _ sound: UnsafeMutablePointer<Float>) {
    let samples = table.samples
    var place = position
    var frame = 0
    while frame < frames {
      sound[frame] = samples[Int(Int32(processorTruncating: place))]
      place += rate
      frame &+= 1
    }
    position = place
  }

  @inline(__always)
  private mutating func playAround(_ table: FrameTable, _ frames: Int, _ sound: UnsafeMutablePointer<Float>) {
    let end = table.end(loops: true)
    var position = position
    var frame = 0
    while frame < frames {
      var isDone = false
      let place = table.place(position, before: end, loops: true, isDone: &isDone)
      let index = Int(Int32(processorTruncating: place))
      sound[frame] = table.value(index, Float(place - Double(index)), channel: 0, loops: true, interpolation)
      position = place + rate
      frame &+= 1
    }
    self.position = position
  }
}
