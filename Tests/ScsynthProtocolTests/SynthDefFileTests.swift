import Control
import RealTime
import ScsynthProtocol
import Testing

/// SynthDef files, read and written.
@Suite struct SynthDefFileTests {
  @Test func whatIsWrittenIsRead() throws {
    let bytes = try Definitions.bytes(Definitions.sine, Definitions.line("a", doneAction: 2))
    #expect(try SynthDefReader.read(bytes) == [Definitions.sine, Definitions.line("a", doneAction: 2)])
  }

  /// Version 1 counts in 16 bits.
  @Test func versionOne() throws {
    var bytes: [UInt8] = Array("SCgf".utf8) + [0, 0, 0, 1, 0, 1, 1] + Array("a".utf8)
    bytes += [0, 1, 0x43, 0xDC, 0, 0]  // one constant: 440
    bytes += [0, 1, 0x3F, 0x80, 0, 0]  // one parameter: 1
    bytes += [0, 1, 1] + Array("p".utf8) + [0, 0]
    bytes += [0, 1, 6] + Array("SinOsc".utf8) + [2, 0, 2, 0, 1, 0, 0]
    bytes += [0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 0, 0, 2]
    bytes += [0, 0]
    let read = try SynthDefReader.read(bytes)
    #expect(read.count == 1 && read[0].name == "a" && read[0].controls == [.init("p", 1)])
    #expect(
      read[0].units == [
        .init("SinOsc", rate: .audio, inputs: [.constant(440), .constant(440)], outputRates: [.audio])
      ])
  }

  /// Cut anywhere, a file is refused with the place, and nothing of it is read.
  @Test func cutAnywhere() throws {
    let bytes = try Definitions.bytes(Definitions.sine)
    for length in 0..<bytes.count {
      #expect(throws: SynthDefError.self) { try SynthDefReader.read(Array(bytes[..<length])) }
    }
  }

  /// Whatever one byte is changed to, reading ends.
  @Test func everyByteLies() throws {
    let bytes = try Definitions.bytes(Definitions.sine)
    for index in bytes.indices {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var changed = bytes
        changed[index] = value
        if let read = try? SynthDefReader.read(changed) { #expect(read.count <= Int(Int16.max)) }
      }
    }
  }

  struct Lie: Sendable {
    var name: String
    var unit: SynthDef.Unit
    var words: String
  }

  static let lies = [
    Lie(
      name: "a wire from behind",
      unit: .init("Out", rate: .audio, inputs: [.wire(unit: 3, output: 0)], outputRates: []),
      words: "comes from unit 3, which does not stand before it"),
    Lie(
      name: "a wire past the end",
      unit: .init("Out", rate: .audio, inputs: [.wire(unit: 1, output: 4)], outputRates: []),
      words: "is output 4 of unit 1 (SinOsc), which has 1"),
  ]

  @Test(arguments: lies) func liesAreToldWithTheirPlace(lie: Lie) throws {
    var def = Definitions.sine
    def.units.append(lie.unit)
    let bytes = try SynthDefWriter.write([def])
    let error = #expect(throws: SynthDefError.self) { try SynthDefReader.read(bytes) }
    #expect(error?.description.contains("SynthDef sine, unit 3 (Out)") ?? false)
    #expect(error?.description.contains(lie.words) ?? false, "\(error?.description ?? "")")
  }

  @Test func controlsTakenDirectlyGetUnits() throws {
    var builder = SynthDefBuilder("direct")
    let frequency = builder.control("freq", 440)
    let sine = builder.unit("SinOsc", [frequency, .constant(0)])
    builder.unit("Out", [.constant(0), sine[0]], outputs: 0)
    let read = try SynthDefReader.read(try SynthDefWriter.write([builder.build()]))
    #expect(read[0].units.map(\.name) == ["Control", "SinOsc", "Out"])
    #expect(read[0].units[1].inputs == [.wire(unit: 0, output: 0), .constant(0)])
  }
}
