import Control
import SoundFiles

/// What a client wants to have read of a sound file.
struct BufferReading: Sendable {
  var path: String
  var firstFrame: Int32
  /// Below 0, and for a new buffer 0: up to the end.
  var frames: Int32
  /// Empty: all.
  var channels: [Int32]
  var needsSameChannels = false

  /// The channels that come next.
  static func channels(_ arguments: inout ScsynthArguments) -> [Int32] {
    var channels: [Int32] = []
    while case .integer? = arguments.peek { channels.append(arguments.integer()) }
    return channels
  }

  /// Makes memory for what is read, and reads it.
  func makeMemory() -> Result<SampleMemory, ScsynthFailure> {
    do throws(ScsynthFailure) {
      let file = try open()
      let first = min(max(0, Int64(firstFrame)), file.frames)
      let rest = file.frames - first
      let count = frames <= 0 ? rest : min(Int64(frames), rest)
      let width = channels.isEmpty ? file.channels : channels.count
      guard let memory = SampleMemory(frames: Int(count), channels: width, sampleRate: file.sampleRate) else {
        throw ScsynthFailure("memory allocation failed")
      }
      read(file, from: first, Int(count), into: memory.samples, width: width)
      return .success(memory)
    } catch {
      return .failure(error)
    }
  }

  /// Reads into memory that is there; the file stays open, behind what was read. Nil: there was no room.
  func read(into memory: SampleMemory?, at offset: Int) -> Result<PlainSoundFile?, ScsynthFailure> {
    do throws(ScsynthFailure) {
      guard let memory, offset >= 0, offset < memory.frames else { return .success(nil) }
      let file = try open()
      if needsSameChannels, file.channels != memory.channels {
        throw ScsynthFailure.line(
          "Channel mismatch. File '\(path)' has \(file.channels) channels. Buffer has \(memory.channels) channels.")
      }
      let width = channels.isEmpty ? file.channels : channels.count
      guard width == memory.channels else {
        throw ScsynthFailure("\(width) channels are to be read, and the buffer has \(memory.channels)")
      }
      let first = min(max(0, Int64(firstFrame)), file.frames)
      let rest = file.frames - first
      let count = min(frames < 0 ? rest : min(Int64(frames), rest), Int64(memory.frames - offset))
      read(file, from: first, Int(count), into: memory.samples + offset * width, width: width)
      return .success(file)
    } catch {
      return .failure(error)
    }
  }

  private func open() throws(ScsynthFailure) -> PlainSoundFile {
    let file: PlainSoundFile
    do throws(SoundFileError) {
      file = try PlainSoundFile(reading: path)
    } catch {
      throw ScsynthFailure.line("File '\(path)' could not be opened: \(error).")
    }
    guard channels.allSatisfy({ $0 >= 0 && $0 < file.channels }) else {
      throw ScsynthFailure.line("Channel index out of range.")
    }
    return file
  }

  private func read(
    _ file: PlainSoundFile, from first: Int64, _ count: Int, into samples: UnsafeMutablePointer<Float>, width: Int
  ) {
    file.seek(toFrame: first)
    guard !channels.isEmpty else {
      _ = file.read(into: samples, frames: count)
      return
    }
    let block = 4096
    let all = UnsafeMutablePointer<Float>.allocate(capacity: block * file.channels)
    defer { all.deallocate() }
    var done = 0
    while done < count {
      let got = file.read(into: all, frames: min(block, count - done))
      if got == 0 { return }
      for frame in 0..<got {
        for (to, from) in channels.enumerated() {
          samples[(done + frame) * width + to] = all[frame * file.channels + Int(from)]
        }
      }
      done += got
    }
  }
}
