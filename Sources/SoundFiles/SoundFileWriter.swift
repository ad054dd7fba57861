import CSndFile

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Writes a sound file.
///
/// - Thread: any, one at a time; never the audio thread.
public final class SoundFileWriter: @unchecked Sendable {
  // Unchecked: libsndfile has no thread of its own; the owner calls from one thread at a time.

  public let path: String
  public let format: SoundFileFormat
  public let channels: Int
  public let sampleRate: Double
  /// Frames that the file took.
  public private(set) var frames: Int64 = 0

  private var handle: SoundFileHandle?
  private let quantizer: SampleQuantizer?

  /// Frames that go to libsndfile at a time.
  private static let block = 4096

  /// Makes the file, in place of any other of that name.
  ///
  /// - sampleRate: in hertz, a whole number.
  /// - Throws: before anything is touched when the format does not take such channels or such a rate.
  public init(path: String, format: SoundFileFormat, channels: Int, sampleRate: Double) throws(SoundFileError) {
    try SoundFilePath.checkWritable(path)
    guard let hertz = Int32(exactly: sampleRate), let count = Int32(exactly: channels), hertz > 0, count > 0 else {
      throw SoundFileError(
        .refused, path: path, "\(path): a file cannot have \(channels) channels at \(sampleRate) Hz")
    }
    var description = SF_INFO()
    description.samplerate = hertz
    description.channels = count
    description.format = format.code
    guard sf_format_check(&description) != 0, format.takes(rate: hertz) else {
      throw SoundFileError(
        .unsupported, path: path,
        "\(path): \(FormatName.of(format.code)) does not take \(channels) channels at \(hertz) Hz")
    }
    do {
      handle = try SoundFileHandle(path: path, mode: SFM_WRITE, description: description)
    } catch {
      let reason: SoundFileError.Reason = Int(error.code) == SF_ERR_SYSTEM ? .forbidden : .unsupported
      throw SoundFileError(reason, path: path, "cannot write \(path) (libsndfile: \(error.words))")
    }
    self.path = path
    self.format = format
    self.channels = channels
    self.sampleRate = sampleRate
    quantizer = SampleQuantizer(format.encoding, capacity: Self.block * channels)
    if let handle {
      sf_command(handle.pointer, Int32(SFC_SET_CLIPPING), nil, Int32(SF_TRUE))
      if format.container == .rf64 { sf_command(handle.pointer, Int32(SFC_RF64_AUTO_DOWNGRADE), nil, Int32(SF_TRUE)) }
    }
  }

  /// Appends interleaved frames. Integers are rounded to the nearest and clipped, so that a sample read from a file of
  /// the same depth is written back unchanged; no dither.
  ///
  /// - Throws: when not all of them fit (a full disk, 4 GiB); `frames` tells what did.
  public func write(_ samples: UnsafePointer<Float>, frames count: Int) throws(SoundFileError) {
    guard let handle else { throw SoundFileError(.refused, path: path, "\(path) is closed already") }
    var done = 0
    errno = 0
    while done < count {
      let step = min(Self.block, count - done)
      if format.isLimitedTo4GiB, (frames + Int64(step)) * Int64(channels) * bytesPerSample > 0xFFFF_0000 {
        throw SoundFileError(
          .full, path: path, "\(path) is full: such a file holds 4 GiB; write .rf64 or .w64 for more")
      }
      let from = samples + done * channels
      let wrote =
        quantizer?.write(from, frames: step, channels: channels, to: handle.pointer)
        ?? Int(sf_writef_float(handle.pointer, from, sf_count_t(step)))
      frames += Int64(max(0, wrote))
      guard wrote == step else { throw shortage(handle) }
      done += step
    }
  }

  /// Brings the header up to date, so that a process killed hereafter leaves a file that opens and holds all so far.
  /// FLAC, Ogg and MP3 have no such header: a killed FLAC reads up to where it breaks off, a killed Ogg counts as
  /// truncated.
  public func sync() throws(SoundFileError) {
    guard let handle, format.hasSizesInFront else { return }
    errno = 0
    sf_command(handle.pointer, Int32(SFC_UPDATE_HEADER_NOW), nil, 0)
    if handle.words != nil { throw shortage(handle) }
  }

  /// Completes the file. Closing twice does nothing; a writer that goes away closes by itself.
  public func close() throws(SoundFileError) {
    defer { handle = nil }
    if let handle, frames == 0 {
      // libsndfile puts off the header of packed formats to the first sound.
      sf_command(handle.pointer, Int32(SFC_UPDATE_HEADER_NOW), nil, 0)
    }
    try sync()
  }

  private var bytesPerSample: Int64 {
    switch format.encoding {
    case .pcm16, .alac16: 2
    case .pcm24: 3
    default: 4
    }
  }

  private func shortage(_ handle: SoundFileHandle) -> SoundFileError {
    // libsndfile does not always pass on what the system says.
    let system = errno == 0 ? nil : String(cString: strerror(errno))
    var words = handle.words ?? "no room for more"
    if let system, !words.contains(system) { words += ": \(system)" }
    return SoundFileError(
      .full, path: path, "cannot write on: \(path) holds \(frames) frames (libsndfile: \(words))")
  }
}
