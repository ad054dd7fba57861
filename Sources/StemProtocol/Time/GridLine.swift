/// A line of the grid that quantised starts wait for.
struct GridLine: Equatable {
  /// Counted from the clock's reset on.
  var beat: Double
  /// Beats from line to line.
  var quantum: Double
}
