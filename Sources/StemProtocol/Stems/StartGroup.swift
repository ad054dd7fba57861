import Control

/// Starts and seeks that happen on the same sample, as soon as the audio of all of them is there.
final class StartGroup {
  /// Of the moment that it belongs to.
  let time: EngineTime
  /// The line of the grid that it waits for.
  var line: GridLine?
  var starts: [PendingStart] = []
  var seeks: [PendingSeek] = []

  var isEmpty: Bool { starts.isEmpty && seeks.isEmpty }

  init(at time: EngineTime, on line: GridLine? = nil) {
    self.time = time
    self.line = line
  }

  /// Whether enough of every file is in memory.
  var isReady: Bool {
    starts.allSatisfy { pending in
      let stem = pending.stem
      if stem.load == nil && stem.buffer == nil { return true }
      guard let buffer = stem.load.map({ $0.buffer }) ?? stem.buffer else { return false }
      let memory = buffer.memory
      let frame = pending.start.frame(ofFrames: memory.frames, sampleRate: memory.sampleRate)
      return buffer.isPlayable(fromFrame: frame, rate: Double(pending.start.rate))
    }
      && seeks.allSatisfy { $0.isReady }
  }
}
