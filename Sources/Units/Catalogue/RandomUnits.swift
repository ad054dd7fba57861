import RealTime

/// Random numbers.
enum RandomUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    CoinGate.descriptor,
    ExpRand.descriptor,
    IRand.descriptor,
    LinRand.descriptor,
    NRand.descriptor,
    Rand.descriptor,
    RandID.descriptor,
    RandSeed.descriptor,
    TExpRand.descriptor,
    TIRand.descriptor,
    TRand.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyRandomUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    CoinGate.run(state, context, wires, frames)
    CoinGate.runStart(state, context, wires, frames)
    ExpRand.run(state, context, wires, frames)
    ExpRand.runStart(state, context, wires, frames)
    IRand.run(state, context, wires, frames)
    IRand.runStart(state, context, wires, frames)
    LinRand.run(state, context, wires, frames)
    LinRand.runStart(state, context, wires, frames)
    NRand.run(state, context, wires, frames)
    NRand.runStart(state, context, wires, frames)
    Rand.run(state, context, wires, frames)
    Rand.runStart(state, context, wires, frames)
    RandID.run(state, context, wires, frames)
    RandID.runStart(state, context, wires, frames)
    RandSeed.run(state, context, wires, frames)
    RandSeed.runStart(state, context, wires, frames)
    TExpRand.run(state, context, wires, frames)
    TExpRand.runStart(state, context, wires, frames)
    TIRand.run(state, context, wires, frames)
    TIRand.runStart(state, context, wires, frames)
    TRand.run(state, context, wires, frames)
    TRand.runStart(state, context, wires, frames)
  }
}
#endif
