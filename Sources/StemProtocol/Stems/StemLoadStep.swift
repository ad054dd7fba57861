import Control

/// How far a load has come, as its reader thread tells it.
enum StemLoadStep: Sendable {
  /// The file is open and will be read into this memory.
  case opened(SampleMemory)
  case finished(SampleMemory)
  case failed(String)
}
