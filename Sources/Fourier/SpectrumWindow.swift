#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What a piece of sound is multiplied with before its transform, and after the way back.
@frozen
public enum SpectrumWindow: Int32, Sendable {
  case rectangle = -1
  /// Half a period of a sine: twice, it is a Hann window.
  case sine = 0
  case hann = 1

  /// Whole numbers as SuperCollider's clients have them; what is beyond is the nearest.
  @inlinable @inline(__always)
  public init(number: Float) {
    self = number > -1 ? (number < 1 ? .sine : .hann) : .rectangle
  }

  /// - Thread: control.
  func values(_ length: Int) -> UnsafeMutablePointer<Float> {
    let values = UnsafeMutablePointer<Float>.allocate(capacity: length)
    // Steps of single precision, as scsynth has them. (`Float.pi` is rounded down, this is not.)
    let step = Double(Float(self == .sine ? Double.pi : 2 * Double.pi) / Float(length))
    for index in 0..<length {
      let angle = Double(index) * step
      values[index] =
        switch self {
        case .rectangle: 1
        case .sine: Float(sin(angle))
        case .hann: Float(0.5 - 0.5 * cos(angle))
        }
    }
    return values
  }
}
