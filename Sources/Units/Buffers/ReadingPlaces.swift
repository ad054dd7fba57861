import RealTime

/// Where the frames of a block lie in a table: for each the frame before it, and the part of the way to the next one.
struct ReadingPlaces {
  private let indices: UnsafeMutablePointer<Int32>
  private let fractions: UnsafeMutablePointer<Float>
  /// Whether all neighbours of all of them lie in the table.
  private var isInside = true

  /// Of the context's scratch.
  static var floats: Int { 2 * RenderContext.blockFrames }

  @inline(__always)
  init(_ scratch: UnsafeMutablePointer<Float>) {
    indices = UnsafeMutableRawPointer(scratch).assumingMemoryBound(to: Int32.self)
    fractions = scratch + RenderContext.blockFrames
  }

  /// - Parameter position: within the table.
  @inline(__always)
  mutating func set(_ frame: Int, _ position: Double, _ table: FrameTable) {
    let index = Int32(processorTruncating: position)
    indices[frame] = index
    fractions[frame] = Float(position - Double(index))
    if !table.isInside(Int(index)) { isInside = false }
  }

  /// Positions at equal distances, for as many frames as there are. False, and nothing is done, when not all of them lie well
  /// within the table.
  @inline(__always)
  mutating func set(from position: Double, by step: Double, _ frames: Int, _ table: FrameTable) -> Bool {
    let last = position + step * Double(frames &- 1)
    let end = Double(table.frames &- 2)
    guard position >= 1, position < end, last >= 1, last < end, step.magnitude < FrameTable.fastest else {
      return false
    }
    var places = PlaceLanes(position, by: step)
    var frame = 0
    while frame < frames {
      UnsafeMutableRawPointer(indices + frame).storeBytes(of: places.indices, as: SIMD8<Int32>.self)
      Lanes(fractionsOf: places.parts).store(to: fractions + frame)
      places.advance()
      frame &+= 8
    }
    return true
  }

  /// Eight positions at once. False, and nothing is done, when not all of them lie well within the table.
  @inline(__always)
  mutating func set(eight frame: Int, _ positions: Lanes, _ table: FrameTable) -> Bool {
    let outside = (positions .< 1) .| .!(positions .< Float(table.frames &- 2))
    guard Lanes(outside).bitsAboveZero == 0 else { return false }
    let whole = SIMD8<Int32>(truncatingLanes: positions)
    UnsafeMutableRawPointer(indices + frame).storeBytes(of: whole, as: SIMD8<Int32>.self)
    (positions - Lanes(converting: whole)).store(to: fractions + frame)
    return true
  }

  /// Reads them into a unit's outputs; those that the table has no channel for stay silent.
  @inline(__always)
  func read(
    _ table: FrameTable, loops: Bool, _ interpolation: TableInterpolation, _ wires: Wires, firstOutput: Int,
    outputs: Int, _ frames: Int
  ) {
    let channels = outputs < table.channels ? outputs : table.channels
    if isInside && frames > 1 {
      repeatLast(frames)
      if interpolation == .cubic && table.channels == 2 && channels == 2 {
        readStereo(table, wires[firstOutput], wires[firstOutput &+ 1], frames)
      } else {
        var channel = 0
        while channel < channels {
          readLanes(table, channel, interpolation, wires[firstOutput &+ channel], frames)
          channel &+= 1
        }
      }
    } else {
      var channel = 0
      while channel < channels {
        let output = wires[firstOutput &+ channel]
        var frame = 0
        while frame < frames {
          output[frame] = table.value(
            Int(indices[frame]), fractions[frame], channel: channel, loops: loops, interpolation)
          frame &+= 1
        }
        channel &+= 1
      }
    }
    var output = channels
    while output < outputs {
      clear(wires[firstOutput &+ output], frames)
      output &+= 1
    }
  }

  /// Up to a whole number of lanes.
  @inline(__always)
  private func repeatLast(_ frames: Int) {
    var frame = frames
    while frame & 7 != 0 {
      indices[frame] = indices[frames &- 1]
      fractions[frame] = fractions[frames &- 1]
      frame &+= 1
    }
  }

  @inline(__always)
  private func readLanes(
    _ table: FrameTable, _ channel: Int, _ interpolation: TableInterpolation, _ output: UnsafeMutablePointer<Float>,
    _ frames: Int
  ) {
    var frame = 0
    while frame < frames {
      let eight = UnsafeRawPointer(indices + frame).loadUnaligned(as: SIMD8<Int32>.self)
      table.lanes(eight, Lanes(loading: fractions + frame), channel: channel, interpolation).store(to: output + frame)
      frame &+= 8
    }
  }

  @inline(__always)
  private func readStereo(
    _ table: FrameTable, _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ frames: Int
  ) {
    var frame = 0
    while frame < frames {
      let four = UnsafeRawPointer(indices + frame).loadUnaligned(as: SIMD4<Int32>.self)
      let parts = UnsafeRawPointer(fractions + frame).loadUnaligned(as: SIMD4<Float>.self)
      table.cubicOfTwo(four, parts).store(left: left + frame, right: right + frame)
      frame &+= 4
    }
  }
}
