/// A section whose length is not known, because its first stem's file could not be read.
public struct PlanScheduleError: Error, Sendable, Equatable, CustomStringConvertible {
  public let section: String

  public var description: String { "section \(section): its length is not known, for its first stem cannot be read" }
}
