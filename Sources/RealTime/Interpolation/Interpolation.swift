/// How a player reads between the samples of its file. The raw values are those of the players' input `quality`.
@frozen
public enum Interpolation: Int32, CaseIterable, Sendable, BitwiseCopyable {
  /// Four neighbours, as scsynth's PlayBuf: the cheapest, with images and aliases.
  case cubic
  /// Windowed sincs over so many neighbours; above rate 1 over as many more as the rate says, so that nothing aliases.
  case sinc16, sinc32, sinc64

  /// What plays unless something else is asked for.
  @inlinable public static var standard: Interpolation { .sinc32 }

  public var name: String { "\(self)" }

  public init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// Neighbours at rates up to 1.
  @inlinable @inline(__always)
  public var taps: Int {
    switch self {
    case .cubic: 4
    case .sinc16: 16
    case .sinc32: 32
    case .sinc64: 64
    }
  }

  /// Of the Kaiser window: about 80 dB of stopband for the shortest kernel, whose passband would else be too narrow, about
  /// 115 dB for the others.
  var beta: Double { self == .sinc16 ? 8 : 11.7 }
}
