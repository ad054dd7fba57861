import Foundation
import SoundFiles

/// A small collection of stems and plans that the program makes itself, to play with at once.
public enum DemoCollection {
  /// Writes three songs to `folder/stems` and three plans to `folder/plans`, in place of what is there of the same
  /// names. The same each time; each file is there whole or not at all.
  ///
  /// - progress: what is done next, and the share of the whole that is done, 0…1.
  /// - Returns: the plans' paths.
  @discardableResult
  public static func write(
    to folder: String, progress: (_ step: String, _ done: Double) -> Void = { _, _ in }
  ) throws(DemoError) -> [String] {
    let total = Double(DemoSong.all.reduce(0) { $0 + $1.stems.count })
    var done = 0.0
    for song in DemoSong.all {
      let home = "\(folder)/stems/\(song.name)"
      try makeFolder(home)
      for stem in song.stems {
        progress("\(song.title): \(stem.name)", done / total)
        try write(stem, of: song, to: "\(home)/\(stem.name).wav")
        done += 1
      }
    }
    try makeFolder("\(folder)/plans")
    let plans = try DemoPlan.all.map { plan throws(DemoError) in
      let path = "\(folder)/plans/\(plan.theme).json"
      do {
        try Data(plan.json.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw DemoError("cannot write \(path): \(error.localizedDescription)")
      }
      return path
    }
    progress("done", 1)
    return plans
  }

  private static func makeFolder(_ path: String) throws(DemoError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw DemoError("cannot make the folder \(path): \(error.localizedDescription)")
    }
  }

  private static func write(_ stem: DemoStem, of song: DemoSong, to path: String) throws(DemoError) {
    let unfinished = "\(path).part"
    do {
      let sound = try StemRenderer(song: song, stem: stem).render()
      let writer = try SoundFileWriter(
        path: unfinished, format: SoundFileFormat(.wav, stem.encoding), channels: sound.channels,
        sampleRate: stem.sampleRate)
      try sound.samples.withUnsafeBufferPointer { samples in
        guard let base = samples.baseAddress else { return }
        try writer.write(base, frames: sound.frames)
      }
      try writer.close()
      guard rename(unfinished, path) == 0 else {
        throw DemoError("cannot put \(path) in its place: \(String(cString: strerror(errno)))")
      }
    } catch {
      unlink(unfinished)
      throw error as? DemoError ?? DemoError("\(song.title), \(stem.name): \(error)")
    }
  }
}
