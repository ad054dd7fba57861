/// What a person did at a console.
enum ConsoleInput: Sendable, Equatable {
  case line(String)
  /// There will be no more lines.
  case end
  case interrupt
}
