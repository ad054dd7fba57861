import CSndFile

/// Reads a sound file of any kind that libsndfile knows: WAV, AIFF, FLAC, Ogg, Opus, MP3, RF64, CAF and more.
///
/// Opening checks the file against its own header, and a packed file (FLAC, Ogg, MP3, ALAC) also by reading its last
/// frame, so that a truncated one is refused before anything of it sounds. That takes about ten milliseconds for an
/// MP3 of five minutes, less for others. A file whose header leaves the length open (from a pipe) is as long as it
/// reads; packed ones are read through once for it.
///
/// - Thread: any, one at a time.
public final class SoundFileReader: @unchecked Sendable {
  // Unchecked: libsndfile has no thread of its own; the owner calls from one thread at a time.

  public let path: String
  public let info: SoundFileInfo
  /// The frame that is read next.
  public private(set) var position: Int64 = 0
  /// Samples read so far that were no finite number, and were read as silence.
  public private(set) var silencedSamples = 0

  private var handle: SoundFileHandle
  private let mayHoldNonNumbers: Bool
  private var failure: SoundFileError?

  /// - Throws: with a reason of `missing`, `notAFile`, `forbidden`, `notAudio`, `unsupported`, `truncated` or `corrupt`.
  public init(path: String) throws(SoundFileError) {
    let opened = try SoundFileOpening(path: path)
    self.path = path
    handle = opened.handle
    let description = opened.handle.description
    info = SoundFileInfo(
      frames: opened.frames, channels: Int(description.channels), sampleRate: Double(description.samplerate),
      format: FormatName.of(description.format), seekable: description.seekable != 0,
      seeksQuickly: description.seekable != 0 && opened.handle.seeksExactly,
      fitsSixteenBits: opened.handle.fitsSixteenBits)
    let coding = Int(description.format) & Int(SF_FORMAT_SUBMASK)
    mayHoldNonNumbers = coding == Int(SF_FORMAT_FLOAT) || coding == Int(SF_FORMAT_DOUBLE)
  }

  /// Reads up to `frames` interleaved frames and tells how many; 0 at the end. Integers become floats exactly:
  /// 16-bit samples are divided by 32768. What is no number in a float file is read as silence.
  ///
  /// - Parameter buffer: room for `frames` × `info.channels` samples.
  /// - Throws: where the file breaks, after everything before has been handed out; the same again until a `seek`.
  public func read(into buffer: UnsafeMutablePointer<Float>, frames: Int) throws(SoundFileError) -> Int {
    let got = try read(frames) { handle, from, count in
      sf_readf_float(handle, buffer + from * info.channels, sf_count_t(count))
    }
    if mayHoldNonNumbers {
      for index in 0..<got * info.channels where !buffer[index].isFinite {
        buffer[index] = 0
        silencedSamples += 1
      }
    }
    return got
  }

  /// The same as 16-bit integers; without loss where `info.fitsSixteenBits`.
  public func read(into buffer: UnsafeMutablePointer<Int16>, frames: Int) throws(SoundFileError) -> Int {
    try read(frames) { handle, from, count in
      sf_readf_short(handle, buffer + from * info.channels, sf_count_t(count))
    }
  }

  private func read(
    _ frames: Int, step: (_ handle: OpaquePointer, _ from: Int, _ count: Int) -> sf_count_t
  ) throws(SoundFileError) -> Int {
    let wanted = Int(min(Int64(max(0, frames)), info.frames - position))
    var got = 0
    while failure == nil, got < wanted {
      let count = Int(step(handle.pointer, got, wanted - got))
      got += max(0, count)
      if got < wanted, count <= 0 || handle.words != nil { failure = breakage(at: position + Int64(got)) }
    }
    position += Int64(got)
    if let failure, got == 0, wanted > 0 { throw failure }
    return got
  }

  /// Exact in every format; in Ogg Vorbis it takes as long as reading up to there.
  ///
  /// - Parameter frame: 0 to `info.frames`.
  public func seek(toFrame frame: Int64) throws(SoundFileError) {
    guard (0...info.frames).contains(frame) else {
      throw SoundFileError(.refused, path: path, "\(path) has \(info.frames) frames: there is no frame \(frame)")
    }
    if frame == position, failure == nil { return }
    if !handle.seeksExactly {
      try readUp(to: frame)
    } else if frame < info.frames, sf_seek(handle.pointer, frame, Int32(SEEK_SET)) != frame {
      let words = handle.words.map { " (libsndfile: \($0))" } ?? ""
      throw SoundFileError(
        info.seekable ? .corrupt : .unsupported, path: path, "cannot go to frame \(frame) of \(path)\(words)")
    }
    position = frame
    failure = nil
  }

  /// Goes forward by reading; to go back, from the beginning.
  private func readUp(to frame: Int64) throws(SoundFileError) {
    if frame < position || failure != nil {
      handle = try SoundFileOpening.reopen(path)
      (position, failure) = (0, nil)
    }
    let block = UnsafeMutablePointer<Float>.allocate(capacity: 4096 * info.channels)
    defer { block.deallocate() }
    while position < frame {
      if try read(into: block, frames: Int(min(4096, frame - position))) == 0 { throw breakage(at: position) }
    }
  }

  private func breakage(at frame: Int64) -> SoundFileError {
    SoundFileOpening.corrupt(path, at: frame, of: info.frames, handle.words)
  }
}
