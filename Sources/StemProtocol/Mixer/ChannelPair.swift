/// Two channels of the device, or one that takes both sides.
public struct ChannelPair: Sendable, Hashable {
  /// From 0.
  public var left: Int
  public var right: Int

  public init(left: Int, right: Int) {
    self.left = left
    self.right = right
  }

  /// As a person writes it: `1-2`, `4-3`, or `5` for both sides on one channel. Nil for what is no such thing.
  public init?(_ text: some StringProtocol) {
    let channels = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = channels.first ?? nil, let last = channels.last ?? nil, channels.count <= 2,
      (1...256).contains(first), (1...256).contains(last)
    else { return nil }
    self.init(left: first - 1, right: last - 1)
  }

  public var text: String { isMono ? "\(left + 1)" : "\(left + 1)-\(right + 1)" }

  public var isMono: Bool { left == right }

  /// Channels that a device needs for it.
  public var channels: Int { max(left, right) + 1 }
}
