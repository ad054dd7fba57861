/// What a command declares of itself: error texts and the reference come from here.
public struct StemCommandSpecification: Sendable {
  public var address: String
  public var parameters: [StemParameter]
  public var summary: String
  /// What comes back when it has taken effect.
  public var reply: String

  public init(_ address: String, _ parameters: [StemParameter], _ summary: String, reply: String) {
    self.address = address
    self.parameters = parameters
    self.summary = summary
    self.reply = reply
  }
}
