// Compiled together with what the reader of SynthDef files needs, by Scripts/fuzz.sh.

/// What libFuzzer calls with every input. A file that is read must come out the same when it is written and read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSynthDefs(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do {
    let definitions = try SynthDefReader.read(bytes)
    for definition in definitions {
      var places = definition.units.indices.map { $0 as Int? }
      _ = try? definition.withoutControlUnits(&places)
    }
    if let written = try? SynthDefWriter.write(definitions) {
      let again = try! SynthDefReader.read(written)
      precondition(again.count == definitions.count)
      precondition(again.map(\.units.count) == definitions.map(\.units.count))
    }
  } catch {
    precondition(!error.description.isEmpty)
  }
  return 0
}
