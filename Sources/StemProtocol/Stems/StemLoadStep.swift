/// How far a load has come, as its reader thread tells it.
enum StemLoadStep: Sendable {
  /// The file is open. Nothing is read before the server has found room for it.
  case opened(StemFile)
  /// The audio is there, and so loud, in LUFS; nil: not measured, or too short or too quiet.
  case finished(loudness: Double?)
  case failed(String)
}
