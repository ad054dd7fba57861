import Control
import SoundFiles

/// A buffer, written to a sound file.
enum BufferWriting {
  /// The file is left open.
  ///
  /// - Parameter frames: below 0: all that there are.
  static func write(
    _ memory: SampleMemory?, to path: String, _ format: PlainSoundFormat, firstFrame: Int, frames: Int
  ) -> Result<PlainSoundFile, ScsynthFailure> {
    do throws(SoundFileError) {
      let file = try PlainSoundFile(
        writing: path, format, channels: memory?.channels ?? 0, sampleRate: memory?.sampleRate ?? 0)
      if let memory {
        let first = max(0, firstFrame)
        let rest = max(0, memory.frames - first)
        let count = frames < 0 ? rest : min(frames, rest)
        if count > 0 { file.write(memory.samples + first * memory.channels, frames: count) }
      }
      return .success(file)
    } catch {
      return .failure(ScsynthFailure.line("File '\(path)' could not be opened: \(error)."))
    }
  }
}
