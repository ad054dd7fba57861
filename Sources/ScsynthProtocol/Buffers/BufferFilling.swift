import Control
import Foundation

/// What `/b_gen` fills a buffer with.
enum BufferFilling: Sendable {
  /// How a wave is put into the buffer.
  struct Flags: OptionSet, Sendable {
    let rawValue: Int32
    static let normalize = Flags(rawValue: 1)
    /// In pairs of numbers, as oscillators that interpolate read it.
    static let wavetable = Flags(rawValue: 2)
    static let clear = Flags(rawValue: 4)
  }

  /// A partial: cycles in the buffer, amplitude, phase in radians.
  struct Partial: Sendable {
    var frequency: Double
    var amplitude: Double
    var phase = 0.0
  }

  case sines(Flags, [Partial])
  /// Chebyshev polynomials: amplitudes from the first on.
  case chebyshev(Flags, [Double])
  case copy(to: Int, from: ScsynthBufferTable.Cell?, at: Int, count: Int)
  case normalize(peak: Float, inPairs: Bool)
  /// Nothing: a filling that finds nothing to do.
  case none

  /// Nil when there is no filling of that name.
  init?(_ name: String, _ arguments: inout ScsynthArguments, _ buffers: ScsynthBufferTable) throws(ScsynthFailure) {
    switch name {
    case "sine1", "cheby":
      let flags = Flags(rawValue: arguments.integer())
      var amplitudes: [Double] = []
      while !arguments.isAtEnd { amplitudes.append(Double(arguments.float())) }
      if name == "cheby" {
        self = .chebyshev(flags, amplitudes)
      } else {
        self = .sines(flags, amplitudes.enumerated().map { Partial(frequency: Double($0 + 1), amplitude: $1) })
      }
    case "sine2", "sine3":
      let flags = Flags(rawValue: arguments.integer())
      var partials: [Partial] = []
      while !arguments.isAtEnd {
        var partial = Partial(frequency: Double(arguments.float()), amplitude: Double(arguments.float()))
        if name == "sine3" { partial.phase = Double(arguments.float()) }
        partials.append(partial)
      }
      self = .sines(flags, partials)
    case "copy":
      let to = Int(arguments.integer())
      let source = arguments.integer()
      let from = Int(arguments.integer())
      self = .copy(to: to, from: buffers.knownCell(of: source), at: from, count: Int(arguments.integer()))
    case "normalize", "wnormalize":
      let peak = arguments.isAtEnd ? 1 : arguments.float()
      self = .normalize(peak: peak, inPairs: name == "wnormalize")
    default: return nil
    }
  }

  func fill(_ memory: SampleMemory) {
    let samples = UnsafeMutableBufferPointer(start: memory.samples, count: memory.frames * memory.channels)
    switch self {
    case .sines(let flags, let partials):
      guard memory.channels == 1 else { return }
      Self.write(flags, samples, partials.map { partial in { Self.sine(partial, at: $0) } })
    case .chebyshev(let flags, let amplitudes):
      guard memory.channels == 1 else { return }
      Self.write(
        flags, samples,
        amplitudes.enumerated().map { order, amplitude in { Self.chebyshev(order + 1, amplitude, at: $0) } })
    case .copy(let to, let source, let from, let count):
      if let source = source?.newestMemory { Self.copy(source, from, memory, to, count) }
    case .normalize(let peak, let inPairs): Self.normalize(samples, peak, inPairs: inPairs)
    case .none: break
    }
  }

  private static func sine(_ partial: Partial, at position: Double) -> Double {
    partial.amplitude * sin(partial.phase + 2 * .pi * partial.frequency * position)
  }

  private static func chebyshev(_ order: Int, _ amplitude: Double, at position: Double) -> Double {
    let number = Double(order)
    return amplitude * (cos(number * acos(min(1, 2 * position - 1))) - cos(number * .pi / 2))
  }

  /// - Parameter waves: functions of the position in the buffer, 0..<1.
  private static func write(
    _ flags: Flags, _ samples: UnsafeMutableBufferPointer<Float>, _ waves: [(Double) -> Double]
  ) {
    let isTable = flags.contains(.wavetable)
    let count = isTable ? samples.count / 2 : samples.count
    var work = flags.contains(.clear) ? [Float](repeating: 0, count: samples.count) : Array(samples)
    for wave in waves {
      for index in 0..<count {
        let value = wave(Double(index) / Double(count))
        if isTable {
          let next = wave(Double(index + 1) / Double(count))
          work[2 * index] = Float(Double(work[2 * index]) + 2 * value - next)
          work[2 * index + 1] = Float(Double(work[2 * index + 1]) + next - value)
        } else {
          work[index] = Float(Double(work[index]) + value)
        }
      }
    }
    work.withUnsafeMutableBufferPointer { work in
      if flags.contains(.normalize) { normalize(work, 1, inPairs: isTable) }
      for index in work.indices { samples[index] = work[index] }
    }
  }

  private static func normalize(_ samples: UnsafeMutableBufferPointer<Float>, _ peak: Float, inPairs: Bool) {
    var greatest: Float = 0
    for index in stride(from: 0, to: samples.count - (inPairs ? 1 : 0), by: inPairs ? 2 : 1) {
      greatest = max(greatest, abs(inPairs ? samples[index] + samples[index + 1] : samples[index]))
    }
    guard greatest != 0, greatest != peak else { return }
    for index in samples.indices { samples[index] *= peak / greatest }
  }

  private static func copy(_ source: SampleMemory, _ from: Int, _ target: SampleMemory, _ to: Int, _ count: Int) {
    guard source.channels == target.channels, source.frames > 0, target.frames > 0 else { return }
    let from = min(max(0, from), source.frames - 1)
    let to = min(max(0, to), target.frames - 1)
    let room = min(source.frames - from, target.frames - to)
    let frames = count < 0 ? room : min(count, room)
    memmove(
      target.samples + to * target.channels, source.samples + from * source.channels,
      frames * source.channels * MemoryLayout<Float>.stride)
  }
}
