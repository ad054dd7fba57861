import RealTime
public import Render
import Synchronization

/// A SynthDef made ready: where everything lies in a synth's slab, so that a synth is one allocation.
public struct SynthBlueprint: Sendable {
  public let def: SynthDef
  /// The definition as it was given, of which `def` is what its synths are made of.
  public let source: SynthDef
  private let places: [Int?]
  /// A number of its own, by which control knows its synths.
  public let tag: UInt64
  private let descriptors: [UnitDescriptor]
  private let wires: WireAllocation
  private let layout: SynthLayout
  private let controlIndices: [String: Int]
  private let controlNames: [ControlName]

  private static let tags = Atomic<UInt64>(0)

  /// A number that no other blueprint has.
  public static func newTag() -> UInt64 { tags.wrappingAdd(1, ordering: .relaxed).newValue }

  /// How many shared audio-rate wires its synths use.
  public var wireCount: Int { wires.count }

  public init(_ original: SynthDef, units: UnitRegistry) throws(SynthDefError) {
    var places = Array(original.units.indices) as [Int?]
    let def = try original.withoutControlUnits(&places).withFittingInputs(units, &places)
    descriptors = try Self.resolve(def, units)
    self.def = def
    source = original
    self.places = places
    tag = Self.newTag()
    wires = WireAllocation(def)
    layout = SynthLayout(def, descriptors)
    controlIndices = Dictionary(
      def.controls.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let named = def.controls.indices.filter { !def.controls[$0].name.isEmpty }
    let ends = named.dropFirst() + [def.controls.count]
    controlNames = zip(named, ends).map { ControlName(def.controls[$0].name, index: $0, count: $1 - $0) }
  }

  /// Where a unit of the source has come to; nil where its readers take controls directly.
  public func place(ofUnit index: Int) -> Int? { places.indices.contains(index) ? places[index] : nil }

  public func index(ofControl name: String) -> Int? { controlIndices[name] }

  /// The controls that a name stands for, more than one where it is an array; nil when there are none.
  public func indices(ofControl name: String) -> Range<Int>? {
    guard let first = controlIndices[name] else { return nil }
    let end = def.controls[(first + 1)...].firstIndex { !$0.name.isEmpty } ?? def.controls.count
    return first..<end
  }

  private static func resolve(_ def: SynthDef, _ units: UnitRegistry) throws(SynthDefError) -> [UnitDescriptor] {
    var descriptors: [UnitDescriptor] = []
    for (index, unit) in def.units.enumerated() {
      let place = "SynthDef \(def.name), unit \(index) (\(unit.name))"
      guard let descriptor = units[unit.name] else { throw SynthDefError("\(place): there is no unit of this name") }
      let inputs = descriptor.specification.inputs
      let takes =
        descriptor.specification.lastInputRepeats
        ? unit.inputs.count >= inputs.count - 1 : unit.inputs.count == inputs.count
      guard takes else { throw SynthDefError("\(place): takes \(inputs.count) inputs, got \(unit.inputs.count)") }
      try checkOutputs(of: unit, descriptor.specification, place)
      for (number, input) in unit.inputs.enumerated() {
        let specification = inputs[min(number, inputs.count - 1)]
        guard let rate = rate(of: input, before: index, in: def) else {
          throw SynthDefError("\(place), input \(specification.name): points to nothing that stands before it")
        }
        if specification.needsAudio(of: unit.rate), rate != .audio {
          throw SynthDefError("\(place), input \(specification.name): needs an audio-rate signal")
        }
      }
      descriptors.append(descriptor)
    }
    return descriptors
  }

  /// A unit writes as many outputs as it has, a whole block of each where its rate is that of audio.
  private static func checkOutputs(
    of unit: SynthDef.Unit, _ specification: UnitSpecification, _ place: String
  ) throws(SynthDefError) {
    // At demand rate a unit that knows nothing of it starts, and is never asked.
    guard unit.rate == .demand || specification.rates.contains(unit.rate) else {
      throw SynthDefError("\(place): does not run at \(unit.rate) rate")
    }
    let names = specification.outputs
    guard names.isEmpty || unit.outputRates.count == names.count else {
      throw SynthDefError("\(place): has \(names.count) outputs, got \(unit.outputRates.count)")
    }
    guard unit.outputRates.allSatisfy({ $0 == unit.rate }) else {
      throw SynthDefError("\(place): runs at \(unit.rate) rate, and so do its outputs")
    }
  }

  private static func rate(of input: SynthDef.Input, before index: Int, in def: SynthDef) -> Rate? {
    switch input {
    case .constant: return .scalar
    case .control(let control): return def.controls.indices.contains(control) ? def.controls[control].rate : nil
    case .wire(let unit, let output):
      guard unit >= 0, unit < index, def.units[unit].outputRates.indices.contains(output) else { return nil }
      return def.units[unit].outputRates[output]
    }
  }

  // MARK: - Synths

  /// Makes a synth with these control values, ready for the audio thread.
  ///
  /// - Parameter wireBase: the engine's shared wires.
  public func makeSynth(
    id: Int32, controls values: [Int: Float], sampleRate: Double, wireBase: UnsafeMutablePointer<Float>
  ) -> Node.Pointer {
    let slab = UnsafeMutableRawPointer.allocate(byteCount: layout.bytes, alignment: SynthLayout.alignment)
    slab.initializeMemory(as: UInt8.self, repeating: 0, count: layout.bytes)
    let slots = fillControls(slab, values)
    let constants = (slab + layout.constants).assumingMemoryBound(to: Float.self)
    let controlWires = (slab + layout.controlWires).assumingMemoryBound(to: Float.self)
    let table = (slab + layout.wireTable).assumingMemoryBound(to: UnsafeMutablePointer<Float>.self)
    let calls = (slab + layout.calls).assumingMemoryBound(to: UnitCall.self)
    var constant = 0
    var entry = 0
    for (index, unit) in def.units.enumerated() {
      for input in unit.inputs.reversed() {
        if case .wire(let source, _) = input {
          UnsafeMutableRawPointer(table + entry).storeBytes(of: calls + source, as: UnitCall.Pointer.self)
        }
        entry += 1
      }
      UnsafeMutableRawPointer(table + entry).storeBytes(of: calls + index, as: UnitCall.Pointer.self)
      entry += 1
      let first = table + entry
      var inputValues: [Float?] = []
      for input in unit.inputs {
        switch input {
        case .constant(let value):
          constants[constant] = value
          table[entry] = constants + constant
          constant += 1
          inputValues.append(value)
        case .control(let control):
          table[entry] = slots[control].values
          inputValues.append(slots[control].values.pointee)
        case .wire(let source, let output):
          table[entry] = pointer(source, output, wireBase, controlWires)
          inputValues.append(nil)
        }
        entry += 1
      }
      for output in unit.outputRates.indices {
        table[entry] = pointer(index, output, wireBase, controlWires)
        entry += 1
      }
      let state = slab + layout.states[index]
      let isAsked = unit.rate != .demand || descriptors[index].specification.rates.contains(.demand)
      let preparation = UnitPreparation(
        sampleRate: sampleRate, rate: isAsked ? unit.rate : .control,
        inputRates: unit.inputs.map { rate(of: $0) },
        inputValues: inputValues, outputCount: unit.outputRates.count, specialIndex: unit.specialIndex)
      descriptors[index].initialise(state, preparation)
      (calls + index).initialize(
        to: UnitCall(
          thunk: isAsked ? descriptors[index].thunk : { _, _, _, _ in }, start: descriptors[index].startThunk,
          stop: descriptors[index].stopThunk,
          state: state, wires: first, rate: unit.rate))
      calls[index].inputCount = UInt32(unit.inputs.count)
      calls[index].outputCount = UInt32(unit.outputRates.count)
    }
    let node = slab.assumingMemoryBound(to: Node.self)
    node.initialize(
      to: Node(
        synth: id, calls: calls, callCount: def.units.count, controls: slots, controlCount: def.controls.count))
    let names = (slab + layout.controlNames).assumingMemoryBound(to: ControlName.self)
    for (index, name) in controlNames.enumerated() { (names + index).initialize(to: name) }
    node.pointee.controlNames = UnsafePointer(names)
    node.pointee.controlNameCount = Int32(controlNames.count)
    node.pointee.hasStops = descriptors.contains { $0.stopThunk != nil }
    node.pointee.hasTriggers = def.controls.contains(where: \.isTrigger)
    node.pointee.tag = tag
    node.pointee.lines = Int32((layout.bytes + 63) / 64)
    return node
  }

  private func rate(of input: SynthDef.Input) -> Rate {
    switch input {
    case .constant: .scalar
    case .control(let control): def.controls[control].rate
    case .wire(let unit, let output): def.units[unit].outputRates[output]
    }
  }

  private func pointer(
    _ unit: Int, _ output: Int, _ wireBase: UnsafeMutablePointer<Float>, _ controlWires: UnsafeMutablePointer<Float>
  ) -> UnsafeMutablePointer<Float> {
    let wire = wires.wires[unit][output]
    return wire >= 0 ? wireBase + wire * RenderContext.blockFrames : controlWires + layout.controlWire(unit, output)
  }

  private func fillControls(_ slab: UnsafeMutableRawPointer, _ values: [Int: Float]) -> UnsafeMutablePointer<
    ControlSlot
  > {
    let slots = (slab + layout.controlSlots).assumingMemoryBound(to: ControlSlot.self)
    for (index, control) in def.controls.enumerated() {
      let memory = (slab + layout.controlValues[index]).assumingMemoryBound(to: Float.self)
      memory.update(repeating: values[index] ?? control.standard, count: control.rate.floats)
      (slots + index).initialize(
        to: ControlSlot(
          values: memory, isAudioRate: control.rate == .audio,
          behaviour: control.isTrigger ? .triggers : control.rate == .scalar ? .isFixed : .holds))
    }
    return slots
  }
}
