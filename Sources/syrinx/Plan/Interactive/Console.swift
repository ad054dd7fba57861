/// Where a person types lines and reads answers.
protocol Console: Sendable {
  /// Asks for the next line; it, or `end`, goes to the inputs.
  func ask()

  /// Shows lines, above the line that is being typed if there is one.
  func show(_ text: String)

  /// Gives the terminal back as it was.
  func close() async
}
