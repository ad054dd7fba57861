/// A moment in NTP's format: seconds since 1900 as 32.32 fixed point.
///
/// The seconds wrap in 2036; differences and sums are right across the wrap, the order of two tags is not.
public struct OSCTimeTag: Sendable, Hashable {
  public var rawValue: UInt64

  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// From 1900 to 1970, in seconds.
  private static let unixEpoch: UInt64 = 2_208_988_800
  private static let unitsPerSecond = 4_294_967_296.0

  /// At once.
  public static let immediately = OSCTimeTag(rawValue: 1)

  /// Whether this means "at once": 1, and 0, which many clients send for it.
  public var isImmediate: Bool { rawValue <= 1 }

  /// `fraction` in units of 2⁻³² seconds.
  public init(seconds: UInt32, fraction: UInt32) {
    rawValue = UInt64(seconds) << 32 | UInt64(fraction)
  }

  /// A time of the Unix clock. Times that NTP cannot hold become the nearest it can, NaN becomes "at once".
  public init(secondsSince1970 seconds: Double) {
    guard !seconds.isNaN else {
      self = .immediately
      return
    }
    let bounded = min(max(seconds, -Double(Self.unixEpoch)), Double(UInt32.max) - Double(Self.unixEpoch))
    let whole = bounded.rounded(.down)
    let fraction = min((bounded - whole) * Self.unitsPerSecond, Self.unitsPerSecond - 1)
    let seconds = UInt64(Int64(whole) + Int64(Self.unixEpoch))
    rawValue = seconds << 32 | UInt64(fraction)
  }

  /// The time of the Unix clock, to within a quarter of a microsecond.
  public var secondsSince1970: Double {
    Double(Int64(rawValue >> 32) - Int64(Self.unixEpoch)) + Double(rawValue & 0xFFFF_FFFF) / Self.unitsPerSecond
  }

  /// How much later this is than `other`, within ±2³¹ seconds; exact up to Double's 53 bits.
  public func seconds(since other: OSCTimeTag) -> Double {
    Double(Int64(bitPattern: rawValue &- other.rawValue)) / Self.unitsPerSecond
  }

  /// This much later, within ±2³¹ seconds; never "at once". NaN counts as 0.
  public func advanced(bySeconds seconds: Double) -> OSCTimeTag {
    let limit = 2_147_483_647.0
    let bounded = seconds.isNaN ? 0 : min(max(seconds, -limit), limit)
    let sum = rawValue &+ UInt64(bitPattern: Int64(bounded * Self.unitsPerSecond))
    return OSCTimeTag(rawValue: max(sum, 2))
  }
}

extension OSCTimeTag: Comparable {
  public static func < (left: OSCTimeTag, right: OSCTimeTag) -> Bool { left.rawValue < right.rawValue }
}

extension OSCTimeTag: CustomStringConvertible {
  /// NTP seconds to the microsecond, as in `@3900000000.250000`.
  public var description: String {
    guard !isImmediate else { return "@immediately" }
    let micros = "\(((rawValue & 0xFFFF_FFFF) * 1_000_000) >> 32)"
    return "@\(rawValue >> 32)." + String(repeating: "0", count: 6 - micros.utf8.count) + micros
  }
}
