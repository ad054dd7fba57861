import CSndFile

/// A sound file as libsndfile itself reads and writes it: no look at what the header promises, and the library's own
/// conversion between floats and integers. For clients that expect the very bytes which other programs of that library make.
///
/// - Thread: any, one at a time.
public final class PlainSoundFile: @unchecked Sendable {
  // Unchecked: libsndfile has no thread of its own; the owner calls from one thread at a time.

  public let path: String
  public let frames: Int64
  public let channels: Int
  /// In hertz.
  public let sampleRate: Double
  private var handle: SoundFileHandle?

  /// Opens a file to read.
  ///
  /// - Throws: with libsndfile's words as they are.
  public init(reading path: String) throws(SoundFileError) {
    do throws(SoundFileHandle.Refusal) {
      let opened = try SoundFileHandle(path: path, mode: SFM_READ)
      handle = opened
      frames = max(0, opened.description.frames)
      channels = Int(opened.description.channels)
      sampleRate = Double(opened.description.samplerate)
    } catch {
      throw SoundFileError(.missing, path: path, error.words)
    }
    self.path = path
  }

  /// Makes a file.
  public init(writing path: String, _ format: PlainSoundFormat, channels: Int, sampleRate: Double)
    throws(SoundFileError)
  {
    var description = SF_INFO()
    description.samplerate = Int32(max(0, min(sampleRate, 2_147_483_000)))
    description.channels = Int32(truncatingIfNeeded: channels)
    description.format = format.code
    do throws(SoundFileHandle.Refusal) {
      let opened = try SoundFileHandle(path: path, mode: SFM_WRITE, description: description)
      sf_command(opened.pointer, Int32(SFC_SET_CLIPPING), nil, Int32(SF_TRUE))
      handle = opened
    } catch {
      throw SoundFileError(.unsupported, path: path, error.words)
    }
    self.path = path
    self.channels = channels
    self.sampleRate = sampleRate
    frames = 0
  }

  /// Goes to a frame; one behind the end is the end.
  public func seek(toFrame frame: Int64) {
    if let handle { sf_seek(handle.pointer, max(0, frame), Int32(SEEK_SET)) }
  }

  /// Reads up to so many interleaved frames; tells how many.
  public func read(into samples: UnsafeMutablePointer<Float>, frames: Int) -> Int {
    guard let handle else { return 0 }
    return Int(max(0, sf_readf_float(handle.pointer, samples, sf_count_t(max(0, frames)))))
  }

  /// Writes interleaved frames; tells how many the file took.
  @discardableResult
  public func write(_ samples: UnsafePointer<Float>, frames: Int) -> Int {
    guard let handle else { return 0 }
    return Int(max(0, sf_writef_float(handle.pointer, samples, sf_count_t(max(0, frames)))))
  }

  public func close() { handle = nil }
}
