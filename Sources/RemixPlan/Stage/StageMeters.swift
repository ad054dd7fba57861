/// What can be watched while something plays.
public protocol StageMeters: Sendable {
  /// The stems that are loaded.
  func stems() async throws -> [StemReading]

  func status() async throws -> StageStatus
}
