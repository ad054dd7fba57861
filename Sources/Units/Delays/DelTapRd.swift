import CRealTime
public import RealTime

/// Reads what DelTapWr wrote some time ago.
public struct DelTapRd: UnitGenerator {
  public static let specification = UnitSpecification(
    "DelTapRd", "Reads what DelTapWr wrote some time ago.",
    inputs: [
      .init("buffer", "The buffer.", rates: [.scalar, .control]),
      .init("phase", "The places that DelTapWr gives out.", followsUnit: true),
      .init("delTime", "The delay.", measure: "seconds"),
      .init("interp", "How it reads between two values: 1 not, 2 linear, 4 cubic.", standard: 1, rates: [.scalar]),
    ], outputs: ["delayed"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let hasAudioDelay: Bool
  private let sampleRate: Double
  private var delay: Float = 0
  private var interpolation = 1

  public init(_ preparation: UnitPreparation) {
    hasAudioDelay = UnitInputs(preparation).isAudio(2)
    sampleRate = preparation.valuesPerSecond
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    delay = Float(Double(wires[2].pointee) * sampleRate)
    interpolation = WholeNumbers.whole(wires[3].pointee)
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[4]
    guard let table = tapTable(context, wires[0].pointee) else {
      wires.call.pointee.isDone = true
      clear(output, frames)
      return
    }
    let place = Double(wires[1].pointee.bitPattern)
    let newDelay = wires[2].pointee * Float(sampleRate)
    if hasAudioDelay {
      var frame = 0
      while frame < frames {
        let delay = Double(wires[2][frame]) * sampleRate
        output[frame] = value(table, place + Double(frame) - delay)
        frame &+= 1
      }
    } else if delay == newDelay {
      renderSteadily(table, place - Double(delay), output, frames)
    } else {
      let step = (newDelay - delay) / Float(frames)
      var frame = 0
      while frame < frames {
        output[frame] = value(table, place + Double(frame) - Double(delay))
        delay += step
        frame &+= 1
      }
    }
  }

  /// The value at a place, which may lie beyond either end.
  @inline(__always)
  private func value(_ table: BufferTable, _ place: Double) -> Float {
    let count = Double(table.count)
    var inside = place < 0 ? place + count : place >= count ? place - count : place
    if !(inside >= 0 && inside < count) { inside = inside > 0 ? count - 1 : 0 }
    let whole = Int(inside)
    return value(table, whole, Float(inside - Double(whole)))
  }

  @inline(__always)
  private func value(_ table: BufferTable, _ place: Int, _ part: Float) -> Float {
    let samples = table.samples
    if interpolation != 2 && interpolation != 4 { return samples[place] }
    let next = place &+ 1 < table.count ? place &+ 1 : 0
    if interpolation == 2 { return samples[place] + part * (samples[next] - samples[place]) }
    let before = place > 0 ? place &- 1 : table.count &- 1
    let behind = next &+ 1 < table.count ? next &+ 1 : 0
    return cubic(part, samples[before], samples[place], samples[next], samples[behind])
  }

  @inline(__always)
  private func linear(_ part: Float, _ from: UnsafeMutablePointer<Float>) -> Lanes {
    let values = Lanes(loading: from)
    return values + part * (Lanes(loading: from + 1) - values)
  }

  /// The delay stands still: so does the part of a frame.
  @inline(__always)
  private func renderSteadily(
    _ table: BufferTable, _ place: Double, _ output: UnsafeMutablePointer<Float>, _ frames: Int
  ) {
    // Without interpolation scsynth goes to the frame next to 0, on either side of it.
    let floor = interpolation == 2 || interpolation == 4 || place > 0 ? syrinx_floor(place) : syrinx_ceil(place)
    var whole = FrameCount.whole(floor + Double(table.count), atLeast: 0) % table.count
    let part = Float(place - floor)
    let samples = table.samples
    var frame = 0
    while frame < frames {
      // Eight whose neighbours lie in a row with them.
      if frame &+ 8 <= frames && whole > 0 && whole &+ 10 <= table.count {
        let from = samples + whole
        let values =
          switch interpolation {
          case 2: linear(part, from)
          case 4:
            cubic(
              Lanes(repeating: part), Lanes(loading: from - 1), Lanes(loading: from), Lanes(loading: from + 1),
              Lanes(loading: from + 2))
          default: Lanes(loading: from)
          }
        values.store(to: output + frame)
        whole = whole &+ 8 == table.count ? 0 : whole &+ 8
        frame &+= 8
        continue
      }
      output[frame] = value(table, whole, part)
      whole = whole &+ 1 == table.count ? 0 : whole &+ 1
      frame &+= 1
    }
  }
}
