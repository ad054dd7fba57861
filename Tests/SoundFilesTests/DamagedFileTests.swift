import Foundation
import SoundFiles
import Testing

@Suite struct DamagedFileTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: FileKind.all, [10, 50, 90]) func aCutFileIsTruncated(_ kind: FileKind, percent: Int) throws {
    try Sound.tones(frames: 44100).write(to: folder.path(kind.name), kind.format, sampleRate: kind.sampleRate)
    let bytes = try folder.bytes(of: kind.name)
    let path = try folder.write(Array(bytes.prefix(bytes.count * percent / 100)), to: "cut-\(kind.name)")
    let error = #expect(throws: SoundFileError.self) { try SoundFileReader(path: path) }
    #expect(error?.reason == .truncated, "\(error?.description ?? "")")
    #expect(error?.path == path)
    #expect(error?.description.hasPrefix("truncated: \(path) ") == true)
  }

  @Test func aCutFileTellsFramesAndTheLibrarysWords() throws {
    let bytes = WaveBytes.file(sound: [UInt8](repeating: 1, count: 4 * 1200), channels: 2, dataSize: 4 * 44100)
    let path = try folder.write(bytes, to: "a.wav")
    let error = #expect(throws: SoundFileError.self) { try SoundFileReader(path: path) }
    #expect(
      error?.description
        == "truncated: \(path) holds 1200 of the 44100 frames that its header promises (libsndfile: data : 176400 "
        + "(should be 4800))")
  }

  @Test func lessThanAFrameIsNoLoss() throws {
    let bytes = WaveBytes.file(sound: [UInt8](repeating: 1, count: 400), channels: 2, dataSize: 403)
    #expect(try Sound.read(folder.write(bytes, to: "a.wav")).frames == 100)
  }

  @Test func aHeaderThatWasNeverFinishedIsTold() throws {
    let bytes = WaveBytes.file(sound: (0..<4000).map { UInt8(truncatingIfNeeded: $0) }, channels: 2, dataSize: 0)
    let path = try folder.write(bytes, to: "a.wav")
    let error = #expect(throws: SoundFileError.self) { try SoundFileReader(path: path) }
    #expect(error?.reason == .truncated)
    #expect(error?.description.contains("4000 bytes follow") == true)
  }

  @Test func tagsBehindTheSoundMayBeCut() throws {
    let sound = [UInt8](repeating: 7, count: 400)
    let tail = Array("LIST".utf8) + [0, 1, 0, 0, 65, 66]
    let path = try folder.write(WaveBytes.file(sound: sound, channels: 2) + tail, to: "a.wav")
    #expect(try Sound.read(path).frames == 100)
  }

  /// Where a checksum or the structure gives it away, the sound before the damage is handed out and then the reason.
  @Test(arguments: FileKind.all.filter(\.isChecked)) func damageInTheMiddleIsTold(_ kind: FileKind) throws {
    try Sound.tones(frames: 441_000).write(to: folder.path(kind.name), kind.format, sampleRate: kind.sampleRate)
    var bytes = try folder.bytes(of: kind.name)
    for index in bytes.count / 2..<bytes.count / 2 + 64 { bytes[index] ^= 0x5A }
    let path = try folder.write(bytes, to: "bad-\(kind.name)")
    let reader = try SoundFileReader(path: path)
    var frames = 0
    let error = try #require(throws: SoundFileError.self) {
      while true {
        let got = try reader.take(1000).count / 2
        if got == 0 { break }
        frames += got
      }
    }
    #expect(error.reason == .corrupt)
    #expect(error.description.contains(path))
    #expect(frames > 100_000 && frames < 441_000)
    #expect(reader.position == Int64(frames))
    #expect(throws: error) { try reader.take(1000) }
  }

  /// Whatever the bytes are, reading ends: with sound of the told length, or with words.
  @Test(arguments: FileKind.all) func noDamageDoesHarm(_ kind: FileKind) throws {
    try Sound.tones(frames: 6000).write(to: folder.path(kind.name), kind.format, sampleRate: kind.sampleRate)
    let bytes = try folder.bytes(of: kind.name)
    var random = SystemRandomNumberGenerator()
    for round in 0..<60 {
      var damaged = bytes
      let reach = round % 2 == 0 ? min(bytes.count, 128) : bytes.count
      for _ in 0..<(1 + round % 5) {
        damaged[Int.random(in: 0..<reach, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if round % 3 == 0 { damaged.removeLast(Int.random(in: 0..<damaged.count, using: &random)) }
      let path = try folder.write(damaged, to: "damaged-\(kind.name)")
      do {
        let reader = try SoundFileReader(path: path)
        #expect(reader.info.frames >= 0 && reader.info.channels > 0 && reader.info.sampleRate > 0)
        var frames: Int64 = 0
        var block = [Float](repeating: 0, count: 4096 * reader.info.channels)
        while true {
          let got = try block.withUnsafeMutableBufferPointer { try reader.read(into: $0.baseAddress!, frames: 4096) }
          if got == 0 { break }
          frames += Int64(got)
        }
        #expect(frames == reader.info.frames)
      } catch let error as SoundFileError {
        #expect(error.description.contains(path))
      }
    }
  }
}
