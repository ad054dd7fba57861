import RealTime

/// Which inputs of a unit have a value for every frame. Made once, when the unit is.
struct UnitInputs: BitwiseCopyable {
  private var audio: UInt64 = 0

  init(_ preparation: UnitPreparation) {
    for (index, rate) in preparation.inputRates.prefix(64).enumerated() where rate == .audio { audio |= 1 << index }
  }

  /// Beyond the 64th input: false.
  @inline(__always)
  func isAudio(_ index: Int) -> Bool { index < 64 && audio &>> UInt64(index) & 1 != 0 }

  @inline(__always)
  func signal(_ wires: Wires, _ index: Int) -> InputSignal { InputSignal(wires[index], isAudio: isAudio(index)) }
}
