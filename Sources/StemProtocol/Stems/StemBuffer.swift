import Control
import RealTime

/// Audio that stems play from: its samples, its number in the engine's table, and who still uses it.
///
/// - Thread: confined to its server's.
final class StemBuffer {
  let number: Int
  let memory: SampleMemory
  let path: String
  /// Voices that play from it.
  var users = 0
  /// Whether the id that it belonged to has let it go: then it goes with its last user.
  var isReleased = false

  init(number: Int, memory: SampleMemory, path: String) {
    self.number = number
    self.memory = memory
    self.path = path
  }

  var seconds: Double { Double(memory.frames) / memory.sampleRate }

  /// The frame nearest to a position.
  func frame(of position: StemPosition) -> Double {
    position.frame(ofFrames: memory.frames, sampleRate: memory.sampleRate)
  }

  /// The same, between two frames where it lies there.
  func exactFrame(of position: StemPosition) -> Double {
    position.exactFrame(ofFrames: memory.frames, sampleRate: memory.sampleRate)
  }

  /// The place in it nearest to one that may lie outside.
  func inside(_ frame: Double) -> Double { min(max(0, frame), Double(memory.frames)) }

  func seconds(ofFrame frame: Double) -> Double { frame / memory.sampleRate }

  /// Whether enough of it is in memory to begin there now and never catch up with the reader.
  func isPlayable(fromFrame start: Double, rate: Double) -> Bool {
    if memory.isComplete { return true }
    guard rate > 0 else { return false }
    let headroom = 0.35 * memory.sampleRate * max(1, rate)
    return Double(memory.readyFrames) >= min(Double(memory.frames), start + headroom)
  }
}
