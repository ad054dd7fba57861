/// A 32-bit colour, the type `r`.
public struct OSCColor: Sendable, Hashable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8
  public var alpha: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }
}

extension OSCColor: CustomStringConvertible {
  /// As in `#rrggbbaa`.
  public var description: String {
    "#" + [red, green, blue, alpha].map(OSCText.hexadecimal).joined()
  }
}
