import OSC
import RemixPlan
import Testing

@Suite("The schedule of a plan")
struct PlanScheduleTests {
  private func stem(_ frames: Int, fileRate: Double = 44100, rate: Double = 1) -> PlanStem {
    PlanStem(
      name: "bass", file: "a.wav", path: "/a.wav", rate: rate,
      facts: StemFileFacts(frames: frames, sampleRate: fileRate, channels: 2))
  }

  private func schedule(_ sections: [PlanSection], at rate: Double) throws -> PlanSchedule {
    try PlanSchedule(plan: RemixPlan(sections: sections), sampleRate: rate)
  }

  @Test(
    "a section lasts as long as its first stem at its rate, rounded down",
    arguments: [
      (44100, 44100.0, 1.0, 44100.0, 44100), (44100, 44100.0, 1.0, 48000.0, 48000),
      (48000, 48000.0, 1.0, 44100.0, 44100),
      (44100, 44100.0, 2.0, 44100.0, 22050), (100, 44100.0, 1.5, 44100.0, 66), (1, 44100.0, 16.0, 44100.0, 1),
      (100, 44100.0, 0.3, 44100.0, 333), (1_323_000, 44100.0, 140.0 / 143.0, 48000.0, 1_470_857),
      (1_920_000, 48000.0, 1.0, 44100.0, 1_764_000),
    ])
  func lengths(frames: Int, fileRate: Double, rate: Double, device: Double, expected: Int) throws {
    let section = PlanSection(name: "a", stems: [stem(frames, fileRate: fileRate, rate: rate), stem(9)])
    #expect(try schedule([section], at: device).totalFrames == expected)
  }

  @Test("a stated length is rounded to the nearest frame")
  func stated() throws {
    let seconds = PlanSection(name: "a", stems: [stem(9)], length: .seconds(1.000013))
    #expect(try schedule([seconds], at: 44100).totalFrames == 44101)
    // Eight bars of four beats at 137 beats a minute are 14.014598… s.
    let bars = PlanSection(name: "a", stems: [stem(9)], length: .bars(8, bpm: 137))
    #expect(try schedule([bars], at: 48000).totalFrames == 672_701)
  }

  @Test("sections follow each other without a gap, and crossfades overlap them")
  func places() throws {
    let sections = [
      PlanSection(name: "a", stems: [stem(1000)], crossfade: 0.01), PlanSection(name: "b", stems: [stem(2000)]),
      PlanSection(name: "c", stems: [stem(3000)], crossfade: 0.01), PlanSection(name: "d", stems: [stem(500)]),
    ]
    let schedule = try schedule(sections, at: 44100)
    #expect(schedule.sections.map(\.start) == [0, 1000, 2559, 5559])
    #expect(schedule.sections.map(\.crossfadeFrames) == [0, 0, 441, 0])
    #expect(schedule.totalFrames == 6059)
    #expect(schedule.sections.map(\.end) == [1000, 3000, 5559, 6059])
  }

  @Test("a section whose length is not known cannot be scheduled")
  func unknown() {
    let stem = PlanStem(name: "bass", file: "a.wav", path: "/a.wav")
    #expect(throws: PlanScheduleError.self) { try schedule([PlanSection(name: "a", stems: [stem])], at: 44100) }
  }

  @Test("a take-over is one set of messages at one frame")
  func takeOver() throws {
    let sections = [
      PlanSection(name: "a", stems: [stem(1000), stem(1000)]),
      PlanSection(name: "b", stems: [stem(500, rate: 0.979)]),
    ]
    let moments = try schedule(sections, at: 44100).moments(from: 640)
    #expect(moments.map(\.frame) == [640, 1640, 1640 + 510])
    #expect(
      moments.map { $0.messages.map(\.description) } == [
        ["/play_stem 100 1.0 0.7 1 0.0", "/play_stem 101 1.0 0.7 1 0.0"],
        ["/stop_stem 100 0.0", "/stop_stem 101 0.0", "/play_stem 1100 0.979 0.7 1 0.0"],
        ["/stop_stem 1100 0.0"],
      ])
    #expect(moments[0].messages[0].arguments[2] == .float32(0.7))
    #expect(moments[1].messages[2].arguments[1] == .double(0.979))
  }

  @Test("a stem that needs time-stretch is told so before it plays, unless it plays at its own tempo")
  func keyLock() throws {
    var section = PlanSection(name: "a", stems: [stem(1000, rate: 0.979), stem(1000, rate: 0.979), stem(1000)])
    section.stems[0].needsTimestretch = true
    section.stems[2].needsTimestretch = true
    let moments = try schedule([section], at: 44100).moments(from: 0)
    #expect(
      moments[0].messages.map(\.description) == [
        "/stem_keylock 100 1", "/play_stem 100 0.979 0.7 1 0.0", "/play_stem 101 0.979 0.7 1 0.0",
        "/play_stem 102 1.0 0.7 1 0.0",
      ])
  }

  @Test("a crossfade starts the new silently, fades both with constant power, and stops the old at its end")
  func crossfade() throws {
    let sections = [
      PlanSection(name: "a", stems: [stem(1000)]), PlanSection(name: "b", stems: [stem(500)], crossfade: 0.01),
    ]
    let moments = try schedule(sections, at: 44100).moments(from: 0)
    #expect(moments.map(\.frame) == [0, 559, 1000, 1059])
    let start = moments[1].messages
    #expect(start.map(\.address) == ["/play_stem", "/stem_fade", "/stem_fade"])
    #expect(start[0].arguments == [.int32(1100), .double(1), .float32(0), .int32(1), .float32(0)])
    #expect(start[1].arguments == [.int32(1100), .float32(0.7), .double(0.01), .string("constant-power")])
    #expect(start[2].arguments == [.int32(100), .float32(0), .double(0.01), .string("constant-power")])
    #expect(moments[2].messages == [OSCMessage("/stop_stem", .int32(100), .float32(0))])
  }

  @Test(
    "a server gets every frame back from its seconds by rounding",
    arguments: [44100.0, 48000, 88200, 96000, 22050, 11025])
  func seconds(rate: Double) {
    var frame = 1
    while frame < 1 << 40 {
      for near in frame - 1...frame + 1 {
        let seconds = PlanMoment(frame: near, messages: []).seconds(atSampleRate: rate)
        #expect(Int((seconds * rate).rounded()) == near)
      }
      frame = frame * 3 / 2 + 1
    }
  }

  @Test("ids: even sections on deck A, odd ones on deck B")
  func ids() throws {
    let section = PlanSection(name: "a", stems: [stem(1000), stem(1000), stem(1000)])
    let schedule = try schedule([section, section, section], at: 44100)
    #expect(
      (0...2).map { schedule.seated($0).stems.map(\.id) } == [[100, 101, 102], [1100, 1101, 1102], [100, 101, 102]])
  }
}
