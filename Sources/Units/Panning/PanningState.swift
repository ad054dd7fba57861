import RealTime

/// What a unit knows that distributes a signal.
struct PanningState: BitwiseCopyable {
  let inputs: UnitInputs
  let sine = QuarterSine()
  var numbers = SIMD4<Float>()
  var gains = SIMD4<Float>()

  init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }
}
