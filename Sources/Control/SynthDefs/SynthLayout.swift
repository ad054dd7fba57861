import RealTime
import Render

/// Where the parts of a synth lie in its slab, in bytes from the beginning.
struct SynthLayout: Sendable {
  static let alignment = 64
  /// Room for a kernel of eight lanes behind every value.
  private static let controlWireFloats = 8

  private(set) var calls = 0
  private(set) var controlSlots = 0
  private(set) var controlNames = 0
  private(set) var wireTable = 0
  private(set) var constants = 0
  private(set) var controlValues: [Int] = []
  private(set) var controlWires = 0
  private(set) var states: [Int] = []
  private(set) var bytes = 0
  /// The first control-rate wire of each unit.
  private var firstControlWires: [Int] = []

  init(_ def: SynthDef, _ descriptors: [UnitDescriptor]) {
    reserve(MemoryLayout<Node>.stride, alignment: 16)
    calls = reserve(MemoryLayout<UnitCall>.stride * def.units.count, alignment: 16)
    controlSlots = reserve(MemoryLayout<ControlSlot>.stride * def.controls.count, alignment: 16)
    controlNames = reserve(MemoryLayout<ControlName>.stride * def.controls.count, alignment: 16)
    // Before a unit's wires: the calls that its inputs come from, and its own.
    let entries = def.units.reduce(0) { $0 + 2 * $1.inputs.count + 1 + $1.outputRates.count }
    wireTable = reserve(MemoryLayout<UnsafeMutablePointer<Float>>.stride * entries, alignment: 16)
    let constantCount = def.units.reduce(0) { sum, unit in
      sum + unit.inputs.count { if case .constant = $0 { true } else { false } }
    }
    constants = reserve(4 * constantCount, alignment: 4)
    for control in def.controls {
      controlValues.append(reserve(4 * control.rate.floats, alignment: control.rate == .audio ? Self.alignment : 4))
    }
    var wires = 0
    for unit in def.units {
      firstControlWires.append(wires)
      wires += unit.outputRates.count
    }
    controlWires = reserve(4 * Self.controlWireFloats * wires, alignment: 32)
    for descriptor in descriptors {
      states.append(reserve(descriptor.stateBytes, alignment: max(16, descriptor.stateAlignment)))
    }
    // Kernels read constants and controls eight at a time, too.
    reserve(64, alignment: 4)
  }

  func controlWire(_ unit: Int, _ output: Int) -> Int { Self.controlWireFloats * (firstControlWires[unit] + output) }

  @discardableResult
  private mutating func reserve(_ size: Int, alignment: Int) -> Int {
    let start = (bytes + alignment - 1) / alignment * alignment
    bytes = start + size
    return start
  }
}
