import RemixPlan
import SoundFiles

/// Reads a plan and looks into every file that it names.
enum PlanFile {
  static func read(_ path: String) -> PlanReading {
    RemixPlan.read(file: path) { path in
      do throws(SoundFileError) {
        let file = try SoundFileReader(path: path)
        guard let frames = Int(exactly: file.info.frames) else { return .failure(StemFileFault("too long: \(path)")) }
        return .success(
          StemFileFacts(frames: frames, sampleRate: file.info.sampleRate, channels: file.info.channels))
      } catch {
        return .failure(StemFileFault(error.description))
      }
    }
  }
}
