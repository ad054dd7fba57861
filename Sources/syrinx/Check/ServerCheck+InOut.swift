import Foundation
import OSC

/// Routing, recording, and what is told.
extension ServerCheck {
  func inAndOut() async {
    await ask(.done, "/notify", 1, "faults")
    await ask(.done, "/notify", 0)
    for address in ["/get_meters", "/get_buffers", "/get_routes", "/get_recordings"] { await ask(.done, address) }
    for address in ["/get_cue", "/get_histogram", "/loudness"] { await ask(.reply(address + ".reply"), address) }
    guard isOwn else {
      for address in ["/route", "/cue_listen", "/cue_mix", "/cue_level", "/record_start", "/record_stop"] {
        report.skip(address, "not tried here: it would change what others hear and write")
      }
      return
    }
    await ask(.done, "/route", "A", "1-2")
    await ask(.done, "/route", "A", "none")
    await ask(.done, "/cue_listen", "A", 1)
    await ask(.done, "/cue_mix", 0.5)
    await ask(.done, "/cue_mix", 0.0)
    await ask(.done, "/cue_level", 1.0)
    await ask(.done, "/cue_listen", "A", 0)
    let path = sound.path + ".mix.wav"
    defer { try? FileManager.default.removeItem(atPath: path) }
    await ask(.done, "/record_start", .string(path))
    await ask(.done, "/test_tone", 440)
    await ask(.done, "/record_stop", .string(path)) { reply in
      FileManager.default.fileExists(atPath: path) ? nil : "there is no file \(path)"
    }
  }
}
