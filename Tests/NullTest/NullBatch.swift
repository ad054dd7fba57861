import Control
import OSC
import RealTime

/// Cases that are rendered together: each has outputs, buffers and a random generator of its own.
struct NullBatch: Sendable {
  static let sampleRate = 44_100.0

  struct Member: Sendable {
    var position: Int
    var nullCase: NullCase
    var def: SynthDef
    var firstChannel: Int
    var firstBuffer: Int
  }

  let seconds: Double
  let members: [Member]
  let channels: Int
  let bufferCount: Int

  /// Puts cases of the same length together, as many as there are random generators.
  static func all(of cases: [NullCase]) -> [NullBatch] {
    var batches: [NullBatch] = []
    for (seconds, group) in Dictionary(grouping: cases.enumerated(), by: \.element.seconds).sorted(by: {
      $0.key < $1.key
    }) {
      var rest = Array(group)[...]
      while !rest.isEmpty {
        batches.append(NullBatch(seconds: seconds, Array(rest.prefix(48))))
        rest = rest.dropFirst(48)
      }
    }
    return batches
  }

  private init(seconds: Double, _ cases: [(offset: Int, element: NullCase)]) {
    self.seconds = seconds
    var members: [Member] = []
    var channel = 0
    var buffer = 0
    for (index, (position, nullCase)) in cases.enumerated() {
      var graph = NullGraph("null\(index)", firstBuffer: buffer, seconds: seconds, generator: index + 1)
      let signals = nullCase.build(&graph)
      precondition(signals.count == nullCase.channels, "\(nullCase.name) gives \(signals.count) signals")
      Self.send(signals, &graph, to: channel)
      members.append(
        Member(
          position: position, nullCase: nullCase, def: graph.builder.build(), firstChannel: channel,
          firstBuffer: buffer))
      channel += nullCase.channels
      buffer += nullCase.buffers.count
    }
    self.members = members
    channels = channel
    bufferCount = buffer
  }

  /// Units that a synth has one of, or that work on the same memory.
  private static let loners: Set<String> = ["LocalIn", "LocalOut", "LocalBuf", "FFT", "ScopeOut", "ScopeOut2"]

  /// A synth of so many of a case's units, that nobody hears, or, where they would get into one another's way, of one; and
  /// how many they are.
  static func crowd(of one: NullCase, _ wanted: Int) -> (member: Member, units: Int) {
    func member(_ units: Int) -> Member {
      var graph = NullGraph("null", firstBuffer: 0, seconds: one.seconds, generator: 1)
      for _ in 0..<units { _ = one.build(&graph) }
      return Member(position: 0, nullCase: one, def: graph.builder.build(), firstChannel: 0, firstBuffer: 0)
    }
    let single = member(1)
    let isAlone = single.def.units.contains { loners.contains($0.name) }
    return isAlone ? (single, 1) : (member(wanted), wanted)
  }

  private static func send(_ signals: [NullGraph.Input], _ graph: inout NullGraph, to channel: Int) {
    let def = graph.builder.build()
    let audio = signals.map { signal in
      switch signal {
      case .wire(let unit, _) where def.units[unit].rate == .audio: signal
      case .wire(let unit, _) where def.units[unit].rate == .control: graph.unit("K2A", .audio, [signal])[0]
      default: graph.unit("DC", .audio, [signal])[0]
      }
    }
    graph.unit("Out", .audio, [.constant(Float(channel))] + audio, outputs: 0)
  }
}
