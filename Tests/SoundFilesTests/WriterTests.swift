import Foundation
import SoundFiles
import Testing

@Suite struct WriterTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [SoundFileFormat.wavPCM16, .wavPCM24, .flac16, .flac24, .aiffPCM24])
  func integersAreClippedAndRounded(_ format: SoundFileFormat) throws {
    let scale: Float = format.encoding == .pcm16 ? 32768 : 8_388_608
    let top = (scale - 1) / scale
    let sound = Sound(
      channels: 1, samples: [0, 1, -1, 1.5, -7, .infinity, -.infinity, .nan, 1 / scale, 0.6 / scale, -0.4 / scale])
    try sound.write(to: folder.path("a"), format)
    #expect(
      try Sound.read(folder.path("a")).samples == [0, top, -1, top, -1, top, -1, 0, 1 / scale, 1 / scale, 0])
  }

  @Test func floatsAreKept() throws {
    let sound = Sound(channels: 1, samples: [0, 1.75, -4, 1e-20])
    try sound.write(to: folder.path("a.wav"), .wavFloat32)
    #expect(try Sound.read(folder.path("a.wav")) == sound)
  }

  /// The file as a process leaves it that is killed right after `sync`.
  @Test(
    arguments: [SoundFileFormat.Container.wav, .rf64, .wave64, .aiff, .caf, .au],
    [SoundFileFormat.Encoding.pcm16, .pcm24, .float32])
  func aFileThatIsNotClosedOpens(_ container: SoundFileFormat.Container, encoding: SoundFileFormat.Encoding) throws {
    let sound = Sound.tones(frames: 30000)
    let writer = try SoundFileWriter(
      path: folder.path("a"), format: SoundFileFormat(container, encoding), channels: 2, sampleRate: 48000)
    for start in stride(from: 0, to: 30000, by: 10000) {
      try sound.samples.withUnsafeBufferPointer { try writer.write($0.baseAddress! + start * 2, frames: 10000) }
      try writer.sync()
      let left = try Sound.read(folder.write(folder.bytes(of: "a"), to: "left"))
      #expect(left.samples == Array(sound.samples.prefix((start + 10000) * 2)))
    }
    #expect(writer.frames == 30000)
    try writer.close()
    try writer.close()
    #expect(try Sound.read(folder.path("a")) == sound)
  }

  @Test func aFLACThatIsNotClosedReadsUpToItsEnd() throws {
    let sound = Sound.tones(frames: 100_000)
    let writer = try SoundFileWriter(path: folder.path("a"), format: .flac16, channels: 2, sampleRate: 44100)
    try sound.samples.withUnsafeBufferPointer { try writer.write($0.baseAddress!, frames: 100_000) }
    try writer.sync()
    let left = try Sound.read(folder.write(folder.bytes(of: "a"), to: "left"))
    #expect(left.frames > 50000)
    #expect(left.samples == Array(sound.samples.prefix(left.samples.count)))
  }

  @Test func aShortRF64BecomesAPlainWAV() throws {
    try Sound.tones(frames: 100).write(to: folder.path("a.wav"), .rf64Float32)
    #expect(try folder.bytes(of: "a.wav").prefix(4) == Array("RIFF".utf8)[...])
  }

  #if os(Linux)
  @Test(arguments: [SoundFileFormat.wavPCM16, .wavFloat32, .flac16]) func aFullDiskIsTold(
    _ format: SoundFileFormat
  ) throws {
    let sound = Sound.tones(frames: 200_000)
    let error = #expect(throws: SoundFileError.self) { try sound.write(to: "/dev/full", format) }
    #expect(error?.description.contains("/dev/full") == true)
    #expect(error?.description.contains("No space left on device") == true, "\(error?.description ?? "")")
  }
  #endif

  @Test func whatCannotBeWrittenIsRefusedBeforeTheFileIsTouched() throws {
    let path = try folder.write([1, 2, 3], to: "kept")
    let refused: [(SoundFileFormat, Int, Double)] = [
      (.wavPCM16, 0, 44100), (.wavPCM16, -1, 44100), (.wavPCM16, .max, 44100), (.wavPCM16, 2, 0),
      (.wavPCM16, 2, .nan), (.wavPCM16, 2, 44100.5), (.wavPCM16, 2, -.infinity), (.flac16, 9, 44100),
      (.oggOpus, 2, 44100), (SoundFileFormat(.mp3, .pcm16), 2, 44100), (SoundFileFormat(.flac, .float32), 2, 44100),
    ]
    for (format, channels, rate) in refused {
      let error = #expect(throws: SoundFileError.self) {
        try SoundFileWriter(path: path, format: format, channels: channels, sampleRate: rate)
      }
      #expect([.refused, .unsupported].contains(error?.reason))
      #expect(error?.description.contains(path) == true)
      #expect(try folder.bytes(of: "kept") == [1, 2, 3], "\(format) \(channels) \(rate)")
    }
  }

  @Test func noFolderThere() throws {
    let path = folder.path("no/such/folder/a.wav")
    let error = #expect(throws: SoundFileError.self) {
      try SoundFileWriter(path: path, format: .wavPCM16, channels: 2, sampleRate: 44100)
    }
    #expect(error?.description.contains("No such file or directory") == true, "\(error?.description ?? "")")
    #expect(throws: SoundFileError.self) {
      try SoundFileWriter(path: folder.path, format: .wavPCM16, channels: 2, sampleRate: 44100)
    }
  }

  @Test func aClosedWriterTakesNothing() throws {
    let writer = try SoundFileWriter(path: folder.path("a"), format: .wavPCM16, channels: 1, sampleRate: 44100)
    try writer.close()
    #expect(throws: SoundFileError.self) { try writer.write([0.5], frames: 1) }
  }

  @Test func theEndingNamesTheFormat() throws {
    #expect(try SoundFileFormat.named(byExtensionOf: "a.wav", encoding: .pcm16) == .wavPCM16)
    #expect(try SoundFileFormat.named(byExtensionOf: "/x.y/a.WAV") == .wavPCM24)
    #expect(try SoundFileFormat.named(byExtensionOf: "a.wav", encoding: .float32, unlimited: true) == .rf64Float32)
    #expect(try SoundFileFormat.named(byExtensionOf: "a.flac", encoding: .float32) == .flac24)
    #expect(try SoundFileFormat.named(byExtensionOf: "a.b.aif", encoding: .pcm16) == .aiffPCM16)
    #expect(try SoundFileFormat.named(byExtensionOf: "a.opus") == .oggOpus)
    for path in ["a", "a.txt", "", "/x.wav/a", "a."] {
      let error = #expect(throws: SoundFileError.self) { try SoundFileFormat.named(byExtensionOf: path) }
      #expect(error?.description.contains(".wav") == true)
    }
  }
}
