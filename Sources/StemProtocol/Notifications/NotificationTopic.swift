/// What a subscriber may choose to be told of.
public enum NotificationTopic: String, Sendable, CaseIterable {
  /// What changes: stems, decks, the mixer, recordings.
  case state
  /// Positions and levels, 20 times a second.
  case meters
  /// Bar, beat and tempo.
  case clock
  /// What went wrong without a command: a full disk, a unit that computed no number.
  case faults
  /// About the subscription itself: not to be chosen.
  case always

  static let chosen = allCases.filter { $0 != .always }
}
