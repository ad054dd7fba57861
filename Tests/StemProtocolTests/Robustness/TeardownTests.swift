import Control
import OSC
import StemProtocol
import Testing

/// Servers and engines go when they are let go, whatever is still under way.
@Suite struct TeardownTests {
  @Test(arguments: [StemLoader.Mode.inline, .background]) func nothingHoldsOn(loading: StemLoader.Mode) throws {
    weak var server: StemServer?
    weak var engine: EngineControl?
    try {
      let rig = try StemRig(loading: loading)
      try rig.load(.noise(200_000, seed: 91), into: 1)
      try rig.load(.noise(200_000, seed: 91), into: 2)
      rig.send("/play_stem", 1, 1)
      rig.render(3000)
      // Everything that answers later, none of it rendered any more.
      for address in [
        "/get_status", "/get_stems", "/sync", "/clock", "/memory_cleanup", "/mixer_cleanup", "/free_buffer",
      ] {
        rig.send(at: rig.frame + 1000, [OSCMessage(.path(address), [2]), OSCMessage("/stem_volume", 1, 0.1)])
        rig.send(OSCMessage(.path(address), [1]))
      }
      rig.send(at: rig.frame + 2000, [OSCMessage("/play_stem", 1, 1), OSCMessage("/play_stem", 2, 1)])
      rig.send("/at", 3, "/stop_stem", 1)
      rig.send("/test_tone")
      server = rig.server
      engine = rig.engine
    }()
    #expect(server == nil)
    #expect(engine == nil)
  }
}
