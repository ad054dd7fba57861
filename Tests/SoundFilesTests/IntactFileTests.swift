import SoundFiles
import Testing

@Suite struct IntactFileTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: FileKind.all) func readsWhatWasWritten(_ kind: FileKind) throws {
    let sound = Sound.tones(frames: 44100)
    try sound.write(to: folder.path(kind.name), kind.format, sampleRate: kind.sampleRate)
    let info = try SoundFileReader(path: folder.path(kind.name)).info
    #expect(info.frames == 44100)
    #expect(info.channels == 2)
    #expect(info.sampleRate == kind.sampleRate)
    #expect(info.format == kind.label)
    #expect(info.seekable)
    let back = try Sound.read(folder.path(kind.name))
    if kind.isLossless {
      #expect(back == sound)
    } else {
      // Coded with losses, but aligned: a single frame of delay would leave far less.
      #expect(sound.ratio(to: back) > 15)
    }
  }

  @Test(arguments: FileKind.all) func seeksToTheVeryFrame(_ kind: FileKind) throws {
    try Sound.tones(frames: 44100).write(to: folder.path(kind.name), kind.format, sampleRate: kind.sampleRate)
    let whole = try Sound.read(folder.path(kind.name))
    let reader = try SoundFileReader(path: folder.path(kind.name))
    for frame in [30000, 0, 12345, 44099, 44100, 1] {
      try reader.seek(toFrame: Int64(frame))
      #expect(reader.position == Int64(frame))
      let part = Sound(channels: 2, samples: try reader.take(500))
      let wanted = Sound(channels: 2, samples: Array(whole.samples[(frame * 2)...].prefix(1000)))
      if kind.isLossless || wanted.samples.isEmpty {
        #expect(part == wanted, "from frame \(frame)")
      } else {
        #expect(part.frames == wanted.frames)
        if part.frames > 1 { #expect(wanted.ratio(to: part) > 25, "from frame \(frame)") }
      }
    }
    for frame: Int64 in [-1, 44101, .max, .min] {
      #expect { try reader.seek(toFrame: frame) } throws: { ($0 as? SoundFileError)?.reason == .refused }
    }
  }

  @Test(arguments: [1, 2, 3, 6, 8, 40]) func readsAnyChannelCount(_ channels: Int) throws {
    let sound = Sound.tones(frames: 2000, channels: channels)
    try sound.write(to: folder.path("a.wav"), .wavPCM24, sampleRate: 22050)
    #expect(try Sound.read(folder.path("a.wav")) == sound)
  }

  @Test(arguments: [1.0, 8000, 11025, 192000, 768000]) func readsAnyRate(_ rate: Double) throws {
    try Sound.tones(frames: 100).write(to: folder.path("a.wav"), .wavPCM16, sampleRate: rate)
    let info = try SoundFileReader(path: folder.path("a.wav")).info
    #expect(info.sampleRate == rate)
    #expect(info.seconds == 100 / rate)
  }

  @Test(arguments: [SoundFileFormat.wavPCM16, .flac16, .aiffPCM16]) func readsAFileWithoutSound(
    _ format: SoundFileFormat
  ) throws {
    try Sound(channels: 2, samples: []).write(to: folder.path("none"), format)
    let reader = try SoundFileReader(path: folder.path("none"))
    #expect(reader.info.frames == 0)
    #expect(try reader.take(100).isEmpty)
  }

  /// Every value of 16 bits, in a file made by hand.
  @Test func sixteenBitsAreDividedBy32768() throws {
    let values = (Int(Int16.min)...Int(Int16.max)).map { Int16($0) }
    let bytes = values.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let sound = try Sound.read(folder.write(WaveBytes.file(sound: bytes, channels: 1), to: "all.wav"))
    #expect(sound.samples == values.map { Float($0) / 32768 })
    try sound.write(to: folder.path("back.wav"), .wavPCM16)
    #expect(try folder.bytes(of: "back.wav").suffix(bytes.count) == bytes[...])
  }

  @Test func whatIsNoNumberIsSilence() throws {
    let sound = Sound(channels: 1, samples: [0.5, .nan, -0.5, .infinity, -.infinity, 3])
    try sound.write(to: folder.path("a.wav"), .wavFloat32)
    #expect(try Sound.read(folder.path("a.wav")).samples == [0.5, 0, -0.5, 0, 0, 3])
  }

  /// A program that writes to a pipe leaves a size in the header that no one can mean.
  @Test(arguments: [0xFFFF_FFFF, 0x7FFF_F000, 0x8000_0000, 0x7FFF_FFFF] as [UInt32])
  func aHeaderFromAPipeMeansUpToTheEnd(_ size: UInt32) throws {
    let sound = (0..<4000).map { UInt8(truncatingIfNeeded: $0) }
    let path = try folder.write(WaveBytes.file(sound: sound, channels: 2, dataSize: size), to: "pipe.wav")
    #expect(try SoundFileReader(path: path).info.frames == 1000)
    #expect(try Sound.read(path).frames == 1000)
  }

  @Test func aFLACWithoutALengthIsAsLongAsItReads() throws {
    let sound = Sound.tones(frames: 20000)
    try sound.write(to: folder.path("a.flac"), .flac16)
    var bytes = try folder.bytes(of: "a.flac")
    bytes[21] &= 0xF0  // the length is 36 bits wide
    for index in 22..<26 { bytes[index] = 0 }
    let path = try folder.write(bytes, to: "pipe.flac")
    #expect(try SoundFileReader(path: path).info.frames == 20000)
    #expect(try Sound.read(path) == sound)
  }
}
