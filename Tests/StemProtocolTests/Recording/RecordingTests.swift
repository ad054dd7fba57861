import AudioIO
import Control
import Foundation
import OSC
import Render
import SoundFiles
import StemProtocol
import Synchronization
import Testing

/// A recording holds what was rendered, to the bit.
@Suite struct RecordingTests {
  /// What another thread will tell.
  private final class Word<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let semaphore = DispatchSemaphore(value: 0)

    func tell(_ told: Value) {
      value.withLock { $0 = told }
      semaphore.signal()
    }

    func wait() -> Value? {
      guard semaphore.wait(timeout: .now() + 60) == .success else { return nil }
      return value.withLock { $0 }
    }
  }

  private func read(_ path: String) throws -> (channels: [[Float]], rate: Double) {
    let file = try SoundFileReader(path: path)
    let count = file.info.channels
    var samples = [Float](repeating: 0, count: Int(file.info.frames) * count)
    _ = try samples.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return try file.read(into: base, frames: Int(file.info.frames))
    }
    let channels = (0..<count).map { channel in stride(from: channel, to: samples.count, by: count).map { samples[$0] }
    }
    return (channels, file.info.sampleRate)
  }

  @Test(arguments: [[512], [37, 1, 255]]) func holdsWhatWasRendered(pulls: [Int]) throws {
    let rig = try StemRig(pulls: pulls)
    try rig.load(.noise(10_000, seed: 101), into: 1)
    rig.render(640)
    let begin = (rig.frame + 63) / 64 * 64
    let path = rig.folder.path("take.wav")
    let recording = try Recording(path: path, format: .wavFloat32, engine: rig.engine, channels: 2) { _ in }
    rig.send("/play_stem", 1, 0.979, 1)
    rig.render(to: 100_000)
    let end = (rig.frame + 63) / 64 * 64
    let ending = Word<Recording.Outcome>()
    recording.stop(rig.engine) { ending.tell($0) }
    rig.render(5000)
    let outcome = try #require(ending.wait())
    #expect(outcome.failure == nil && outcome.lostFrames == 0 && outcome.path == path)
    #expect(Int(outcome.frames) == end - begin)
    let (channels, rate) = try read(path)
    #expect(rate == 44_100)
    #expect(channels == [Array(rig.left[begin..<end]), Array(rig.right[begin..<end])])
  }

  /// The buses of a deck, three channels of which do not divide the ring.
  @Test func otherBusesAndChannelCounts() throws {
    let rig = try StemRig()
    let sound = Sound.noise(10_000, seed: 102)
    try rig.load(sound, into: 1)
    let path = rig.folder.path("deck.wav")
    let bus = rig.engine.memory.configuration.firstPrivateBus
    let recording = try Recording(
      path: path, format: .wavFloat32, engine: rig.engine, firstBus: bus, channels: 3
    ) { _ in }
    rig.send("/play_stem", 1, 1, 1)
    // Around the ring, with time for its thread to keep up.
    for _ in 0..<4 {
      rig.render(120_000)
      let deadline = ContinuousClock.now + .seconds(60)
      while ContinuousClock.now < deadline {
        // The file's header is brought up to date once a second of sound.
        if let file = try? SoundFileReader(path: path), file.info.frames > rig.frame - 100_000 { break }
      }
    }
    let ending = Word<Recording.Outcome>()
    recording.close { ending.tell($0) }
    let outcome = try #require(ending.wait())
    #expect(outcome.lostFrames == 0)
    let (channels, _) = try read(path)
    #expect(channels.count == 3)
    let expected = (0..<channels[0].count).map { sound.left[$0 % 10_000] }
    #expect(channels[0] == expected)
    // Deck B's left is never written, and silent.
    #expect(channels[2].allSatisfy { $0 == 0 })
  }

  /// The ring holds so much; what nobody writes in time is counted.
  @Test func lostFramesAreCounted() throws {
    let rig = try StemRig(pulls: [4096])
    let path = rig.folder.path("lost.wav")
    let recording = try Recording(path: path, format: .wavFloat32, engine: rig.engine, channels: 1) { _ in }
    rig.render(4_000_000)
    let ending = Word<Recording.Outcome>()
    recording.stop(rig.engine) { ending.tell($0) }
    rig.render(8192)
    let outcome = try #require(ending.wait())
    let blocks = (4_000_000 + 63) / 64 * 64
    #expect(outcome.frames + outcome.lostFrames == blocks)
  }

  @Test func aFileThatCannotBeMadeIsRefused() throws {
    let rig = try StemRig()
    #expect(throws: SoundFileError.self) {
      try Recording(path: "/nowhere/at/all.wav", format: .wavFloat32, engine: rig.engine, channels: 2) { _ in }
    }
    #expect(throws: SoundFileError.self) {
      try Recording(path: rig.folder.path, format: .wavFloat32, engine: rig.engine, channels: 2) { _ in }
    }
    rig.render(1000)
  }

  #if os(Linux)
  @Test func aFullDiskEndsTheRecordingNotTheMusic() throws {
    let rig = try StemRig()
    let sound = Sound.noise(10_000, seed: 103)
    try rig.load(sound, into: 1)
    guard FileManager.default.isWritableFile(atPath: "/dev/full") else { return }
    let failed = Word<String>()
    let recording = try? Recording(path: "/dev/full", format: .wavFloat32, engine: rig.engine, channels: 2) {
      failed.tell($0)
    }
    rig.send("/play_stem", 1, 1, 1)
    rig.render(20_000)
    let expected = (0..<20_000).map { Master.output(Double(sound.left[$0 % 10_000])) }
    #expect(Measure.residual(rig.left[0..<20_000], expected) < -110)
    if recording != nil { #expect(failed.wait() != nil) }
    withExtendedLifetime(recording) {}
  }
  #endif
}
