import CSoxr
import Foundation
import RealTime

/// Who reads a file at another rate: a player by one of its interpolations, or libsoxr.
enum Resampler: CaseIterable, Sendable, CustomStringConvertible {
  case cubic, sinc16, sinc32, sinc64, soxrHigh, soxrVeryHigh

  static let ours: [Resampler] = [.cubic, .sinc16, .sinc32, .sinc64]

  var description: String {
    switch self {
    case .cubic: "cubic"
    case .sinc16: "sinc16"
    case .sinc32: "sinc32"
    case .sinc64: "sinc64"
    case .soxrHigh: "libsoxr HQ"
    case .soxrVeryHigh: "libsoxr VHQ"
    }
  }

  /// Reads a mono file. The rate is that of 32.32 fixed point, so that both read at the very same.
  func read(_ samples: [Float], rate: Double, units: [RealTime.UnitDescriptor] = UnitBuilds.baseline) throws -> [Float]
  {
    switch self {
    case .soxrHigh: return try SoxrPeer.resample(samples, rate: Self.exact(rate), recipe: SOXR_HQ)
    case .soxrVeryHigh: return try SoxrPeer.resample(samples, rate: Self.exact(rate), recipe: SOXR_VHQ)
    default:
      var player = PlayerBench(samples)
      player.units = units
      let quality = Interpolation(name: description) ?? .standard
      player.inputs = ["rate": { _ in Float(rate) }, "quality": { _ in Float(quality.rawValue) }, "loop": { _ in 0 }]
      if rate < 0 { player.inputs["start"] = { _ in Float(samples.count) } }
      return player.render(Int(Double(samples.count) / abs(rate)))[0]
    }
  }

  /// A sine of amplitude 0.5 in the file, by what comes out once it has set in.
  func fit(hertz: Double, rate: Double, units: [RealTime.UnitDescriptor] = UnitBuilds.baseline) throws -> SineFit {
    let output = try read(Self.sine(hertz, frames: Int(12_000 * abs(rate)) + 8000), rate: rate, units: units)
    return SineFit(output[2000..<output.count - 2000], cycles: hertz / 44_100 * Self.exact(rate))
  }

  /// What comes out of a sine that must not: its level under the sine's, in decibels.
  func alias(hertz: Double, rate: Double) throws -> Double {
    let output = try read(Self.sine(hertz, frames: Int(12_000 * abs(rate))), rate: rate)
    return SineFit.level(output[2000..<output.count - 2000]) - 20 * log10(0.5)
  }

  private static func exact(_ rate: Double) -> Double {
    (Double(Float(rate)) * 4_294_967_296).rounded() / 4_294_967_296
  }

  static func sine(_ hertz: Double, frames: Int) -> [Float] {
    (0..<frames).map {
      Float(0.5 * sin(2 * Double.pi * (hertz / 44_100 * Double($0)).truncatingRemainder(dividingBy: 1)))
    }
  }
}
