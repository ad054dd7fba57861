import CSndFile

/// Opens a file for reading and finds out how long it really is.
struct SoundFileOpening {
  let handle: SoundFileHandle
  let frames: Int64

  init(path: String) throws(SoundFileError) {
    try SoundFilePath.checkReadable(path)
    let promise = HeaderPromise(path: path)
    if case .short(let promised, let held, let frames?) = promise {
      let about = Int64(Double(frames) * Double(held) / Double(promised))
      throw Self.truncated(path, "holds about \(about) of the \(frames) frames that its header promises", nil)
    }
    let handle = try Self.open(path, promise)
    let claimed = handle.description.frames
    switch promise {
    case .none, .kept: break
    case .short(let promised, let held, _):
      // Less than a frame is no loss.
      let frames = Self.promisedFrames(handle, promised: promised, held: held)
      if frames > claimed {
        let count = Self.bytesPerSample(handle.description) == nil ? "about \(frames)" : "the \(frames)"
        throw Self.truncated(
          path, "holds \(claimed) of \(count) frames that its header promises", handle.lengthRemark)
      }
    case .cut(let place):
      let held = handle.countFrames()
      throw Self.truncated(path, "breaks off \(place), after \(held.frames) frames", held.words ?? handle.lengthRemark)
    case .unfinished(let bytes):
      throw Self.truncated(
        path,
        "was never finished: its header tells of no sound, yet \(bytes) bytes follow it; rewrite it with"
          + " “sox --ignore-length”", nil)
    }
    guard claimed < sf_count_t.max else {
      frames = handle.countFrames().frames
      self.handle = try Self.open(path, promise)
      return
    }
    guard Self.isPacked(handle.description), claimed > 0, !Self.canReadLastFrame(handle, claimed) else {
      frames = max(0, claimed)
      let isRewound = handle.seeksExactly && sf_seek(handle.pointer, 0, Int32(SEEK_SET)) == 0
      self.handle = isRewound ? handle : try Self.open(path, promise)
      return
    }
    let held = try Self.open(path, promise).countFrames()
    guard held.frames == claimed || Self.isEstimate(handle.description, claimed, held.frames, path) else {
      if promise == .kept, !Self.isMPEG(handle.description) {
        // All its bytes are there.
        throw Self.corrupt(path, at: held.frames, of: claimed, held.words)
      }
      throw Self.truncated(
        path, "holds \(held.frames) of the \(claimed) frames that its header promises", held.words)
    }
    frames = held.frames
    self.handle = try Self.open(path, promise)
  }

  /// The same file from its beginning, without another look at its length.
  static func reopen(_ path: String) throws(SoundFileError) -> SoundFileHandle { try open(path, .none) }

  private static func open(_ path: String, _ promise: HeaderPromise) throws(SoundFileError) -> SoundFileHandle {
    do throws(SoundFileHandle.Refusal) {
      let handle = try SoundFileHandle(path: path, mode: SFM_READ)
      guard handle.description.channels > 0, handle.description.samplerate > 0 else {
        throw SoundFileHandle.Refusal(code: Int32(SF_ERR_MALFORMED_FILE), words: "no channels or no sample rate")
      }
      return handle
    } catch {
      throw refusal(error, path, promise)
    }
  }

  private static func refusal(
    _ refusal: SoundFileHandle.Refusal, _ path: String, _ promise: HeaderPromise
  ) -> SoundFileError {
    switch promise {
    case .short(let promised, let held, _):
      return truncated(path, "holds \(held) of the \(promised) bytes of sound that its header promises", refusal.words)
    case .cut(let place):
      return truncated(path, "breaks off \(place)", refusal.words)
    default: break
    }
    switch Int(refusal.code) {
    case SF_ERR_SYSTEM:
      return SoundFileError(.forbidden, path: path, "not readable: \(path) (\(refusal.words))")
    case SF_ERR_UNSUPPORTED_ENCODING:
      return SoundFileError(.unsupported, path: path, "unsupported: \(path) (libsndfile: \(refusal.words))")
    case SF_ERR_UNRECOGNISED_FORMAT, unknownKind:
      if FileBytes(path: path)?.count == 0 {
        return SoundFileError(.notAudio, path: path, "not an audio file: \(path) is empty")
      }
      return SoundFileError(.notAudio, path: path, "not an audio file: \(path) (libsndfile: Format not recognised)")
    default:
      return SoundFileError(.corrupt, path: path, "corrupt: \(path) (libsndfile: \(refusal.words))")
    }
  }

  /// libsndfile's private number for a file whose ending and contents disagree.
  private static let unknownKind = 7

  private static func truncated(_ path: String, _ what: String, _ words: String?) -> SoundFileError {
    SoundFileError(.truncated, path: path, "truncated: \(path) \(what)" + (words.map { " (libsndfile: \($0))" } ?? ""))
  }

  static func corrupt(_ path: String, at frame: Int64, of frames: Int64, _ words: String?) -> SoundFileError {
    SoundFileError(
      .corrupt, path: path,
      "corrupt: \(path) can be read up to frame \(frame) of \(frames)" + (words.map { " (libsndfile: \($0))" } ?? ""))
  }

  /// Nil where samples have no size of their own.
  private static func bytesPerSample(_ description: SF_INFO) -> Int64? {
    switch Int(description.format) & Int(SF_FORMAT_SUBMASK) {
    case Int(SF_FORMAT_PCM_S8), Int(SF_FORMAT_PCM_U8), Int(SF_FORMAT_ULAW), Int(SF_FORMAT_ALAW): 1
    case Int(SF_FORMAT_PCM_16): 2
    case Int(SF_FORMAT_PCM_24): 3
    case Int(SF_FORMAT_PCM_32), Int(SF_FORMAT_FLOAT): 4
    case Int(SF_FORMAT_DOUBLE): 8
    default: nil
    }
  }

  private static func promisedFrames(_ handle: SoundFileHandle, promised: Int64, held: Int64) -> Int64 {
    if let bytes = bytesPerSample(handle.description) {
      return promised / (bytes * Int64(handle.description.channels))
    }
    let ratio = Double(promised) / Double(max(1, held))
    return Int64(exactly: (Double(max(0, handle.description.frames)) * ratio).rounded()) ?? .max
  }

  private static func isPacked(_ description: SF_INFO) -> Bool {
    guard description.seekable != 0 else { return false }
    switch Int(description.format) & Int(SF_FORMAT_TYPEMASK) {
    case Int(SF_FORMAT_FLAC), Int(SF_FORMAT_OGG), Int(SF_FORMAT_MPEG): return true
    default:
      let coding = Int(description.format) & Int(SF_FORMAT_SUBMASK)
      return (Int(SF_FORMAT_ALAC_16)...Int(SF_FORMAT_ALAC_32)).contains(coding)
    }
  }

  private static func canReadLastFrame(_ handle: SoundFileHandle, _ frames: Int64) -> Bool {
    guard sf_seek(handle.pointer, frames - 1, Int32(SEEK_SET)) == frames - 1 else { return false }
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: Int(handle.description.channels)) {
      sf_readf_float(handle.pointer, $0.baseAddress, 1) == 1
    }
  }

  private static func isMPEG(_ description: SF_INFO) -> Bool {
    Int(description.format) & Int(SF_FORMAT_TYPEMASK) == Int(SF_FORMAT_MPEG)
  }

  /// Whether the length is only what the MPEG decoder guessed: without a tag from the file's size, with one right to
  /// two packets.
  private static func isEstimate(_ description: SF_INFO, _ claimed: Int64, _ held: Int64, _ path: String) -> Bool {
    guard isMPEG(description), held > 0 else { return false }
    if held >= claimed - 2 * 1152 { return true }
    return FileBytes(path: path).map { !MPEGPromise($0).isTagged } ?? false
  }
}
