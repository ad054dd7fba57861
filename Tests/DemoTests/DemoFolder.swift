import Demo
import Foundation
import SoundFiles

/// The demo, written once for all tests into a folder that goes with the process.
enum DemoFolder {
  struct Sound {
    let info: SoundFileInfo
    let samples: [Float]

    var channels: Int { info.channels }
    var frames: Int { Int(info.frames) }

    /// The mean of the channels.
    var mono: [Float] {
      (0..<frames).map { frame in
        samples[frame * channels..<(frame + 1) * channels].reduce(0, +) / Float(channels)
      }
    }

    func channel(_ channel: Int) -> [Float] { (0..<frames).map { samples[$0 * channels + channel] } }
  }

  static let path = NSTemporaryDirectory() + "syrinx-demo-\(ProcessInfo.processInfo.processIdentifier)"

  private static let written: Result<[String], DemoError> = {
    atexit { try? FileManager.default.removeItem(atPath: DemoFolder.path) }
    do throws(DemoError) {
      return .success(try DemoCollection.write(to: path))
    } catch {
      return .failure(error)
    }
  }()

  /// The plans' paths.
  static func plans() throws -> [String] { try written.get() }

  static func stemPath(_ song: DemoSong, _ stem: String) -> String { "\(path)/stems/\(song.name)/\(stem).wav" }

  static func sound(_ song: DemoSong, _ stem: String) throws -> Sound {
    _ = try written.get()
    return try sound(atPath: stemPath(song, stem))
  }

  static func sound(atPath path: String) throws -> Sound {
    let reader = try SoundFileReader(path: path)
    let frames = Int(reader.info.frames)
    var samples = [Float](repeating: 0, count: frames * reader.info.channels)
    let read = try samples.withUnsafeMutableBufferPointer { buffer in
      try reader.read(into: buffer.baseAddress!, frames: frames)
    }
    guard read == frames else { throw DemoError("\(path): \(read) of \(frames) frames") }
    return Sound(info: reader.info, samples: samples)
  }

  static func song(_ bpm: Double) throws -> DemoSong {
    guard let song = DemoSong.all.first(where: { $0.bpm == bpm }) else { throw DemoError("no song at \(bpm)") }
    return song
  }
}
