import AudioIO
import Control
import RealTime
import Render

/// Plays a stem's parts on an engine of its own, faster than real time.
struct StemRenderer {
  let song: DemoSong
  let stem: DemoStem

  /// Longer than any note or room rings on behind the end, in seconds.
  private static let tailSeconds = 6.0
  /// Frames between two looks at what is to be played next.
  private static let stride = 4096

  private struct Cue {
    var frame: Int
    var blueprint: SynthBlueprint
    var controls: [Int: Float]
  }

  /// The stem's samples, interleaved, as long as the song: what rings on behind the end is at the beginning again, so
  /// that the stem repeats without a seam.
  func render() throws -> StemSound {
    let engine = try EngineControl(RenderConfiguration(sampleRate: stem.sampleRate, outputChannels: 2))
    let stream = try OfflineBackend().openOffline(
      StreamRequest(sampleRate: stem.sampleRate, blockFrames: Self.stride, outputChannels: 2))
    try stream.start(engine.renderer) { _ in }
    defer { stream.stop() }
    let notes = engine.makeNodeID()
    let space = try setUp(engine, notes: notes)
    var cues = try cues(engine)[...]
    let frames = song.frames(atSampleRate: stem.sampleRate)
    let total = frames + Int(Self.tailSeconds * stem.sampleRate)
    var samples = [Float](repeating: 0, count: 2 * total)
    var at = 0
    while at < total {
      let count = min(Self.stride, total - at)
      while let cue = cues.first, cue.frame < at + count {
        var changes = Changes()
        engine.addSynth(
          cue.blueprint, id: engine.makeNodeID(), controls: cue.controls, .tail, target: notes, to: &changes)
        engine.commit(changes, at: .frame(Int64(cue.frame)))
        cues.removeFirst()
      }
      samples.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        stream.pull(frames: count, interleavedInto: base + 2 * at)
      }
      engine.poll()
      at += count
    }
    withExtendedLifetime(space) {}
    return StemSound(samples, frames: frames, channels: stem.channels, peakDecibels: stem.peakDecibels)
  }

  // MARK: - Before the first note

  /// Puts up the group of the notes and, behind it, the sum with echo and room; gives back the memory that they need.
  private func setUp(_ engine: EngineControl, notes: Int32) throws -> [SampleMemory] {
    let echoSeconds = stem.space.echoSixteenths * 15 / song.bpm
    let echoFrames = Int(max(echoSeconds, 0.01) * stem.sampleRate) + 64
    let roomFrames = Int(0.1 * stem.sampleRate)
    guard let echoMemory = SampleMemory(frames: echoFrames, channels: 2, sampleRate: stem.sampleRate),
      let roomMemory = SampleMemory(frames: roomFrames, channels: 8, sampleRate: stem.sampleRate)
    else { throw DemoError("no memory is left for the sound of a room: close other programs") }
    echoMemory.publish(frames: echoFrames)
    roomMemory.publish(frames: roomFrames)
    var changes = Changes()
    changes.setBuffer(0, to: echoMemory.buffer)
    changes.setBuffer(1, to: roomMemory.buffer)
    changes.addGroup(notes, .head, target: 0)
    let sum = try engine.blueprint(sum(echoSeconds))
    engine.addSynth(sum, id: engine.makeNodeID(), controls: [:], .tail, target: 0, to: &changes)
    engine.commit(changes, at: .frame(0))
    return [echoMemory, roomMemory]
  }

  private func sum(_ echoSeconds: Double) -> SynthDef {
    let space = stem.space
    var def = SynthDefBuilder("demo.sum")
    var dry = def.unit("In", [.constant(Instrument.dryBus)], outputs: 2)
    if space.drive > 0 { dry = def.unit("Saturation", dry + [.constant(Float(space.drive))], outputs: 2) }
    def.unit("Out", [.constant(0)] + dry, outputs: 0)
    var sent = def.unit("In", [.constant(Instrument.sendBus)], outputs: 2)
    if echoSeconds > 0 {
      let echo = def.unit(
        "Echo",
        sent + [
          .constant(0), .constant(Float(echoSeconds)), .constant(Float(space.echoFeedback)), .constant(3000),
        ], outputs: 2)
      let heard = def.unit("Placement", echo + [.constant(0), .constant(Float(space.echoLevel))], outputs: 2)
      def.unit("Out", [.constant(0)] + heard, outputs: 0)
      // The room hears the echoes too.
      def.unit("Out", [.constant(Instrument.sendBus)] + heard, outputs: 0)
      sent = def.unit("In", [.constant(Instrument.sendBus)], outputs: 2)
    }
    let room = def.unit(
      "Room",
      sent + [
        .constant(1), .constant(Float(space.roomSeconds)), .constant(Float(space.roomSize)),
        .constant(Float(space.roomTone)),
      ], outputs: 2)
    let heard = def.unit("Placement", room + [.constant(0), .constant(Float(space.roomLevel))], outputs: 2)
    def.unit("Out", [.constant(0)] + heard, outputs: 0)
    return def.build()
  }

  // MARK: - Notes

  private func cues(_ engine: EngineControl) throws -> [Cue] {
    var cues: [Cue] = []
    for (number, part) in stem.parts.enumerated() {
      let blueprint = try part.instrument.blueprint(engine)
      for (index, note) in try song.notes(of: part).enumerated() {
        var controls: [Int: Float] = [:]
        for (name, value) in values(of: note, on: part.instrument, seed: 1 + index + 1000 * number) {
          if let control = blueprint.index(ofControl: name) { controls[control] = Float(value) }
        }
        let frame = song.frame(ofSixteenth: note.start, atSampleRate: stem.sampleRate)
        cues.append(Cue(frame: frame, blueprint: blueprint, controls: controls))
      }
    }
    // In order of time, and those of one time in order of parts.
    return cues.enumerated().sorted { ($0.element.frame, $0.offset) < ($1.element.frame, $1.offset) }.map(\.element)
  }

  private func values(of note: Note, on instrument: Instrument, seed: Int) -> [(String, Double)] {
    let side = seed.isMultiple(of: 2) ? 1.0 : -1.0
    var values = [
      ("amplitude", instrument.amplitude * note.loudness), ("touch", note.loudness),
      ("length", note.length * 15 / song.bpm * instrument.hold), ("seed", Double(seed)),
      ("position", min(max(instrument.position + side * instrument.spread, -1), 1)),
    ]
    if let pitch = note.pitch.map({ Double($0) }) ?? instrument.pitch {
      values.append(("frequency", song.key.hertz(ofNote: pitch)))
    }
    if let from = note.from { values.append(("from", song.key.hertz(ofNote: Double(from)))) }
    if let (vowel, vowelTo) = note.vowels { values += [("vowel", vowel), ("vowelTo", vowelTo)] }
    return values
  }
}
