import OSC
import SoundFiles
import StemProtocol
import Testing

/// A limit of memory: what is refused, what is dropped, and what is said about it.
@Suite struct MemoryLimitTests {
  /// Room for three stems of a megabyte and a little.
  private func rig(evicts: Bool, loading: StemLoader.Mode = .inline) throws -> (StemRig, String) {
    let rig = try StemRig(loading: loading)
    rig.server.policy.limitMegabytes = 3.2
    rig.server.policy.evicts = evicts
    let path = rig.folder.path("megabyte.wav")
    try Sound.noise(262_128, channels: 1, seed: 91).write(to: path)
    return (rig, path)
  }

  private func load(_ rig: StemRig, _ ids: Int32..., path: String) {
    for id in ids {
      rig.send("/load_buffer", .int32(id), .string(path), .string("stem \(id)"))
      rig.render(128)
    }
  }

  private func ids(_ rig: StemRig) -> [Int] {
    rig.ask("/get_buffers").filter { $0.address == "/get_buffers.reply" }.compactMap { $0.arguments[0].asInteger }
  }

  @Test func refusalSaysWhatIsNeededAndWhatCouldBeFreed() throws {
    let (rig, path) = try rig(evicts: false)
    load(rig, 1, 2, 3, path: path)
    rig.send("/play_stem", 2, 1)
    rig.send("/play_stem", 1, 1)
    rig.render(1000)
    rig.send("/stop_stem", 1)
    rig.render(10_000)
    _ = rig.mailbox.take()
    load(rig, 4, path: path)
    let failure = try #require(rig.mailbox.take().first)
    #expect(
      failure
        == OSCMessage(
          "/fail", "/load_buffer",
          .string(
            "\(path) needs 1.0 MB, and 3.0 MB of the 3.2 MB that --memory-limit allows are in use: free 0.8 MB first"
              + " (/free_buffer); nothing plays 3 (1.0 MB), 1 (1.0 MB), the least recently used first"), 4))
    #expect(Set(ids(rig)) == [1, 2, 3])
    rig.send("/free_buffer", 3)
    rig.render(128)
    _ = rig.mailbox.take()
    load(rig, 4, path: path)
    #expect(rig.mailbox.take().map(\.address) == ["/done"])
  }

  @Test func whatIsLargerThanAllIsRefused() throws {
    let (rig, path) = try rig(evicts: true)
    load(rig, 1, path: path)
    let large = rig.folder.path("large.wav")
    try Sound.noise(2_000_000, channels: 1, seed: 92).write(to: large)
    _ = rig.mailbox.take()
    load(rig, 2, path: large)
    let reason = rig.mailbox.take().first?.arguments[1].asText ?? ""
    #expect(reason.contains("needs 7.6 MB, more than all of the 3.2 MB"), "\(reason)")
    #expect(ids(rig) == [1])
    // Streamed it takes its window only.
    rig.server.policy.streamedAboveSeconds = 30
    load(rig, 2, path: large)
    #expect(rig.mailbox.take().map(\.address) == ["/done"])
    #expect(Set(ids(rig)) == [1, 2])
  }

  @Test(arguments: [StemLoader.Mode.inline, .background])
  func theLeastRecentlyUsedGoesFirst(loading: StemLoader.Mode) throws {
    let (rig, path) = try rig(evicts: true, loading: loading)
    func loaded(_ ids: Int32...) {
      for id in ids {
        load(rig, id, path: path)
        #expect(rig.render(atMost: 10_000_000) { !rig.isLoading })
      }
    }
    loaded(1, 2, 3)
    // 1 is used last, 3 plays: 2 goes, then 1.
    rig.send("/play_stem", 1, 1)
    rig.render(500)
    rig.send("/stop_stem", 1)
    rig.send("/play_stem", 3, 1)
    rig.render(10_000)
    rig.send("/notify", 1)
    _ = rig.mailbox.take()
    loaded(4)
    #expect(Set(ids(rig)) == [1, 3, 4])
    loaded(5)
    #expect(Set(ids(rig)) == [3, 4, 5])
    let news = rig.mailbox.all.filter { $0.arguments.contains("dropped") }.compactMap { $0.arguments.first?.asInteger }
    #expect(news == [2, 1] || news.isEmpty)
    let failure = rig.ask("/play_stem", 2, 1).first { $0.address == "/fail" }
    #expect(
      failure?.arguments == [
        "/play_stem", .string("buffer 2 was dropped to make room for \(path): load it again"), 2,
      ])
    #expect(rig.status()["playing"] == 1)
    loaded(2)
    #expect(rig.ask("/play_stem", 2, 1).contains(OSCMessage("/done", "/play_stem", 2)))
  }

  @Test func whatPlaysOrIsAboutToIsKept() throws {
    let (rig, path) = try rig(evicts: true)
    load(rig, 1, 2, 3, path: path)
    rig.send("/play_stem", 1, 1)
    rig.send(at: rig.frame + 40_000, [OSCMessage("/play_stem", 2, 1)])
    rig.send("/at", 3, "/play_stem", 3, 1)
    rig.render(1000)
    _ = rig.mailbox.take()
    load(rig, 4, path: path)
    let reason = rig.mailbox.take().first?.arguments[1].asText ?? ""
    #expect(reason.contains("everything that is loaded plays or is about to"), "\(reason)")
    #expect(Set(ids(rig)) == [1, 2, 3])
  }

  /// A deck that stands ready keeps its audio until it has been started.
  @Test func whatStandsReadyIsKept() throws {
    let (rig, path) = try rig(evicts: true)
    rig.send("/cue", "A", .string(path))
    load(rig, 2, 3, path: path)
    rig.send("/memory_cleanup")
    rig.render(128)
    #expect(Set(ids(rig)) == [100])
    load(rig, 2, 3, 4, 5, path: path)
    #expect(Set(ids(rig)) == [100, 4, 5])
    #expect(rig.ask("/start_group", "A").last?.address == "/done")
    rig.send("/stop_stem", 100)
    rig.render(8000)
    load(rig, 6, 7, 8, path: path)
    #expect(Set(ids(rig)) == [6, 7, 8])
  }
}
