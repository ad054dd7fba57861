/// A key of an object with its value; an object keeps them in the order of the text, repeated keys included.
public struct JSONMember: Sendable, Equatable {
  public let key: String
  /// Where the key's opening quote is.
  public let place: JSONPlace
  public let value: JSONValue

  public init(key: String, place: JSONPlace, value: JSONValue) {
    self.key = key
    self.place = place
    self.value = value
  }
}
