import AudioIO
import Control
import Foundation
import RealTime
import Render

/// What a deck's strip costs, flat, with its equaliser, and with its filter too, and what the like costs scsynth.
struct DeckStripBenchmark {
  private static let strips = 64
  private static let seconds = 10.0
  private static let runs = 5

  private struct Setting {
    let name: String
    let bands: [Float]
    let knob: Float
    let peer: PeerSynthDef
  }

  private static let settings = [
    Setting(name: "flat", bands: [1, 1, 1], knob: 0, peer: .strip(isolator: false, filter: false)),
    Setting(name: "equaliser", bands: [0.5, 1, 0.7], knob: 0, peer: .strip(isolator: true, filter: false)),
    Setting(name: "equaliser, filter", bands: [0.5, 1, 0.7], knob: -0.5, peer: .strip(isolator: true, filter: true)),
  ]

  func run(in folder: String) throws {
    Report.line("A deck's strip, beyond the noise that goes through it: median of \(Self.runs) runs in turn")
    let bare = try Engine(nil)
    let peer = Scsynth()
    let silentPeer = PeerSynthDef.strip(isolator: false, filter: false)
    for setting in Self.settings {
      let engine = try Engine(setting)
      var ours: [Double] = []
      var theirs: [Double] = []
      for _ in 0..<Self.runs {
        ours.append(engine.render(seconds: Self.seconds) - bare.render(seconds: Self.seconds))
        if let peer {
          let full = try peer.cpuSeconds(setting.peer, count: Self.strips, seconds: Self.seconds, in: folder)
          let none = try peer.cpuSeconds(silentPeer, count: Self.strips, seconds: Self.seconds, in: folder)
          theirs.append(full - none)
        }
      }
      var line = "\(setting.name): \(Self.text(ours))"
      if setting.name != "flat", !theirs.isEmpty {
        let ratio = zip(ours, theirs).map { $0 / $1 }.sorted()[Self.runs / 2]
        line += ", scsynth \(Self.text(theirs)), ratio \(String(format: "%.3f", ratio))"
      }
      Report.line(line)
    }
  }

  private static func text(_ seconds: [Double]) -> String {
    let each = seconds.sorted()[runs / 2] / (Self.seconds * Double(strips))
    return String(format: "%.2f ns/frame (%.3f %% of a core)", each / 44_100 * 1e9, each * 100)
  }

  /// Our engine with strips that noise goes through; nil: with the noise alone.
  private struct Engine {
    private let stream: OfflineStream
    private let control: EngineControl

    init(_ setting: Setting?) throws {
      control = try EngineControl(RenderConfiguration(sampleRate: 44_100, outputChannels: 2))
      stream = try OfflineBackend().openOffline(StreamRequest(sampleRate: 44_100, blockFrames: 512))
      try stream.start(control.renderer) { _ in }
      var def = SynthDefBuilder("strip")
      var sound = [def.unit("WhiteNoise", [])[0], def.unit("WhiteNoise", [])[0]]
      if let setting {
        let bands = zip(["low", "mid", "high"], setting.bands).map { def.control($0, $1, rate: .audio) }
        sound = def.unit("Isolator", sound + bands + [.constant(0.02)], outputs: 2)
        let knob = [def.control("knob", setting.knob, rate: .audio), def.control("resonance", 0.2, rate: .audio)]
        sound = def.unit("DJFilter", sound + knob + [.constant(0.03)], outputs: 2)
      }
      def.unit("Out", [.constant(16)] + sound, outputs: 0)
      let blueprint = try control.blueprint(def.build())
      var changes = Changes()
      for _ in 0..<DeckStripBenchmark.strips {
        control.addSynth(blueprint, id: control.makeNodeID(), controls: [:], .tail, target: 0, to: &changes)
      }
      control.commit(changes)
      render(seconds: 0.2)
    }

    /// CPU seconds of this thread that it takes to render so much.
    @discardableResult
    func render(seconds: Double) -> Double {
      var left = Int(seconds * 44_100)
      let before = Self.threadSeconds()
      while left > 0 {
        stream.pull(frames: min(4096, left)) { (_: UnsafeBufferPointer<UnsafeMutablePointer<Float>>, _: Int) in }
        control.poll()
        left -= 4096
      }
      return Self.threadSeconds() - before
    }

    private static func threadSeconds() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
  }
}
