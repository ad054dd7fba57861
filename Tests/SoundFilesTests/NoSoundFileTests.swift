import Foundation
import SoundFiles
import Testing

@Suite struct NoSoundFileTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func refusal(_ path: String) throws -> SoundFileError {
    try #require(throws: SoundFileError.self) { try SoundFileReader(path: path) }
  }

  @Test func missing() throws {
    let path = folder.path("nothing.wav")
    #expect(try refusal(path) == SoundFileError(.missing, path: path, "no such file: \(path)"))
    let below = try folder.write([1], to: "file") + "/a.wav"
    #expect(try refusal(below).reason == .missing)
    #expect(try refusal("").reason == .missing)
    #expect(try refusal("\(path)\0.wav").reason == .missing)
  }

  @Test func folderOrPipe() throws {
    #expect(try refusal(folder.path) == SoundFileError(.notAFile, path: folder.path, "\(folder.path) is a folder"))
    #expect(mkfifo(folder.path("pipe.wav"), 0o600) == 0)
    #expect(try refusal(folder.path("pipe.wav")).reason == .notAFile)
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything")) func forbidden() throws {
    let path = try folder.write(WaveBytes.file(sound: [0, 0], channels: 1), to: "a.wav")
    #expect(chmod(path, 0) == 0)
    #expect(try refusal(path).reason == .forbidden)
  }

  @Test(arguments: ["a.wav", "a.mp3", "a.txt", "a.flac", "a.ogg"]) func emptyOrText(_ name: String) throws {
    let empty = try folder.write([], to: name)
    #expect(
      try refusal(empty) == SoundFileError(.notAudio, path: empty, "not an audio file: \(empty) is empty"))
    let text = try folder.write(Array(String(repeating: "Bass, drums and vocals.\n", count: 50).utf8), to: name)
    #expect(try refusal(text).reason == .notAudio)
    #expect(try refusal(text).description.contains("not an audio file: \(text)"))
  }

  @Test func bytesOfSomethingElse() throws {
    let zip = try folder.write([0x50, 0x4B, 3, 4] + [UInt8](repeating: 9, count: 500), to: "a.wav")
    #expect(try refusal(zip).reason == .notAudio)
    let zeros = try folder.write([UInt8](repeating: 0, count: 5000), to: "b.wav")
    #expect(try refusal(zeros).reason == .notAudio)
  }
}
