import OSC
import StemProtocol
import Testing

/// What is told of the decks, the memory and the time that it all takes.
@Suite struct StatusTests {
  @Test func metersOfMasterAndDecks() throws {
    let rig = try StemRig(decks: 4)
    try rig.load(.constant(0.5, frames: 44_100), into: 2100)
    rig.send("/play_stem", 2100, 1, 0.5)
    rig.render(22_050)
    let replies = rig.ask("/get_meters")
    #expect(replies.dropLast().map { $0.arguments[0] } == ["master", "A", "B", "C", "D", "cue"])
    #expect(replies.last == OSCMessage("/done", "/get_meters", 6))
    #expect(replies[3].arguments.dropFirst() == [0.25, 0.25, 0.25, 0.25])
    #expect(abs((replies[0].arguments[1].asNumber ?? 0) - Master.output(0.25)) < 1e-6)
  }

  /// What is told of the headphones is what they hear, and of a stem what its channel lets through.
  @Test func metersStandBehindTheStrips() throws {
    let rig = try StemRig(outputs: 4, routes: try OutputRoutes.parsed("master=1-2,cue=3-4").get())
    rig.send("/limiter", "off")
    try rig.load(.constant(0.5, frames: 44_100), into: 100)
    rig.send("/play_stem", 100, 1, 0.5)
    rig.send("/cue_listen", "A")
    rig.send("/crossfade_levels", 0, 1)
    func meters() -> [OSCArgument] {
      rig.render(8820)
      let cue = rig.ask("/get_meters").first { $0.arguments.first == "cue" }?.arguments ?? []
      let stem = rig.ask("/get_stems").first?.arguments ?? []
      return Array(stem.dropFirst(7).prefix(4)) + Array(cue.dropFirst())
    }
    #expect(meters() == [0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25])
    #expect(rig.others[0].last == 0.25)
    rig.send("/cue_level", 0.5)
    #expect(meters().suffix(4) == [0.125, 0.125, 0.125, 0.125])
    #expect(rig.others[0].last == 0.125)
    rig.send("/stem_pan", 100, 1)
    #expect(meters() == [0.0, 0.25, 0.0, 0.25, 0.0, 0.125, 0.0, 0.125])
    rig.send("/stem_mute", 100)
    #expect(meters() == [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])
    // It plays on, unheard.
    let places = (0..<2).map { _ in
      rig.render(4410)
      return rig.ask("/get_stems").first?.arguments[4].asNumber ?? 0
    }
    #expect(places[1] > places[0])
  }

  @Test func buffersAreListed() throws {
    let rig = try StemRig()
    let path = try rig.load(.noise(1000, seed: 1), into: 7)
    try rig.load(.noise(44_100, channels: 1, seed: 2), into: 8)
    rig.send("/play_stem", 8, 1)
    rig.render(512)
    let megabytes = rig.status()["memory_mb"]
    let replies = rig.ask("/get_buffers")
    #expect(replies.count == 3)
    #expect(replies[0].arguments.prefix(6) == [7, "loaded", .string(path), 1000, 2, 44_100.0])
    #expect(replies[0].arguments[7] == 0 && replies[1].arguments[7] == 1)
    #expect(replies.last == OSCMessage("/done", "/get_buffers", 2, megabytes ?? 0))
    let sum = replies.dropLast().reduce(0) { $0 + ($1.arguments[6].asNumber ?? 0) }
    #expect(abs(sum - (megabytes?.asNumber ?? 0)) < 1e-4)
    // One that its id has let go is told until the last fade is over.
    rig.send("/free_buffer", 8)
    rig.send("/get_buffers")
    rig.render(64)
    #expect(rig.mailbox.take().contains { $0.arguments.prefix(2) == [-1, "leaving"] })
  }

  @Test func theHistogramCountsEveryBlock() throws {
    let rig = try StemRig(pulls: [64])
    rig.render(64 * 1000)
    let told = rig.ask("/get_histogram").flatMap { $0.arguments.compactMap(\.asNumber) }
    try #require(told.count > 5)
    let counts = stride(from: 5, to: told.count, by: 2).map { told[$0] }
    let bounds = stride(from: 4, to: told.count, by: 2).map { told[$0] }
    let sum: Double = counts.reduce(0, +)
    #expect(told[0] >= 1000)
    #expect(sum == told[0])
    #expect(counts.allSatisfy { $0 > 0 })
    #expect(bounds == bounds.sorted() && Set(bounds).count == bounds.count)
    #expect(told[1] > 0)
    #expect(told[1] <= told[2] && told[2] <= told[3])
    let last = bounds[bounds.count - 1]
    #expect(told[3] > last)
    #expect(told[3] <= max(1.3, last * 1.26))
  }

  @Test func theCueIsTold() throws {
    let rig = try StemRig()
    #expect(rig.ask("/get_cue") == [OSCMessage("/get_cue.reply", 0.0, 1.0)])
    rig.send("/cue_listen", "B")
    rig.send("/cue_mix", 0.25, 0.5)
    rig.render(64)
    #expect(rig.ask("/get_cue").last == OSCMessage("/get_cue.reply", 0.25, 0.5, "B"))
  }
}
