import Foundation
import RealTime

/// Measures a strip of the mixer from outside.
struct StripBench {
  let unit: UnitDescriptor
  let sampleRate: Double

  init(_ name: String, sampleRate: Double = 44_100, v3: Bool = UnitBuilds.runsV3) {
    unit = UnitBuilds.unit(name, v3 ? UnitBuilds.v3 : UnitBuilds.baseline)
    self.sampleRate = sampleRate
  }

  /// Renders a sound that is the same on both sides but for its sign.
  func render(
    _ sound: @escaping (Int) -> Float, _ controls: [UnitBench.Signal], frames: Int
  ) -> (left: [Float], right: [Float], silenced: Int) {
    let bench = UnitBench(sampleRate: sampleRate)
    let outputs = bench.run(
      unit, [.audio(sound), .audio { -sound($0) }] + controls, blocks: (frames + 63) / 64)
    return (Array(outputs[0].prefix(frames)), Array(outputs[1].prefix(frames)), bench.silencedFrames)
  }

  /// The response to an impulse, from the frame of the impulse on.
  func response(_ controls: [UnitBench.Signal], frames: Int = 32_768) -> Response {
    let rendered = render({ $0 == 128 ? 1 : 0 }, controls, frames: frames + 128)
    return Response(Array(rendered.left.dropFirst(128)), sampleRate: sampleRate)
  }

  /// What an impulse response says of frequencies.
  struct Response {
    let samples: [Float]
    let sampleRate: Double

    init(_ samples: [Float], sampleRate: Double) {
      self.samples = samples
      self.sampleRate = sampleRate
    }

    /// In decibels.
    func gain(_ hertz: Double) -> Double {
      let turn = 2 * Double.pi * hertz / sampleRate
      var (real, imaginary) = (0.0, 0.0)
      for (frame, sample) in samples.enumerated() where sample != 0 {
        real += Double(sample) * cos(turn * Double(frame))
        imaginary -= Double(sample) * sin(turn * Double(frame))
      }
      return 10 * log10(real * real + imaginary * imaginary + 1e-30)
    }
  }

  static func largestStep(_ samples: [Float]) -> Double {
    zip(samples, samples.dropFirst()).reduce(0) { max($0, abs(Double($1.1) - Double($1.0))) }
  }

  static func sine(_ hertz: Double, _ amplitude: Double, _ sampleRate: Double) -> (Int) -> Float {
    { Float(amplitude * sin(2 * Double.pi * hertz * Double($0) / sampleRate)) }
  }
}

extension UnitBench.Signal {
  static func steady(_ value: Float) -> UnitBench.Signal { .audio { _ in value } }
}
