import RealTime

/// Numbers of the engine's buffer table, given out and taken back.
public struct BufferNumbers {
  private var free: [Int] = []
  private var next: Int
  private let end: Int

  /// - Parameter range: the numbers that it may give out.
  public init(_ range: Range<Int>) {
    next = range.lowerBound
    end = range.upperBound
  }

  /// Nil when all are in use.
  public mutating func take() -> Int? {
    if let number = free.popLast() { return number }
    guard next < end else { return nil }
    next += 1
    return next - 1
  }

  public mutating func give(_ number: Int) { free.append(number) }
}
