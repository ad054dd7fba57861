import RealTime

/// What is played on demand, and what demands.
enum DemandUnits {
  static let units: [UnitDescriptor] = [
    Dbrown.descriptor,
    Dbufrd.descriptor,
    Dbufwr.descriptor,
    Dconst.descriptor,
    Ddup.descriptor,
    Demand.descriptor,
    DemandEnvGen.descriptor,
    Dgeom.descriptor,
    Dibrown.descriptor,
    Diwhite.descriptor,
    Dpoll.descriptor,
    Drand.descriptor,
    Dreset.descriptor,
    Dseq.descriptor,
    Dser.descriptor,
    Dseries.descriptor,
    Dshuf.descriptor,
    Dstutter.descriptor,
    Dswitch.descriptor,
    Dswitch1.descriptor,
    Duty.descriptor,
    Dwhite.descriptor,
    Dwrand.descriptor,
    Dxrand.descriptor,
    TDuty.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyDemandUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    Dbrown.run(state, context, wires, frames)
    Dbrown.runStart(state, context, wires, frames)
    Dbufrd.run(state, context, wires, frames)
    Dbufrd.runStart(state, context, wires, frames)
    Dbufwr.run(state, context, wires, frames)
    Dbufwr.runStart(state, context, wires, frames)
    Dconst.run(state, context, wires, frames)
    Dconst.runStart(state, context, wires, frames)
    Ddup.run(state, context, wires, frames)
    Ddup.runStart(state, context, wires, frames)
    Demand.run(state, context, wires, frames)
    Demand.runStart(state, context, wires, frames)
    DemandEnvGen.run(state, context, wires, frames)
    DemandEnvGen.runStart(state, context, wires, frames)
    Dgeom.run(state, context, wires, frames)
    Dgeom.runStart(state, context, wires, frames)
    Dibrown.run(state, context, wires, frames)
    Dibrown.runStart(state, context, wires, frames)
    Diwhite.run(state, context, wires, frames)
    Diwhite.runStart(state, context, wires, frames)
    Dpoll.run(state, context, wires, frames)
    Dpoll.runStart(state, context, wires, frames)
    Drand.run(state, context, wires, frames)
    Drand.runStart(state, context, wires, frames)
    Dreset.run(state, context, wires, frames)
    Dreset.runStart(state, context, wires, frames)
    Dseq.run(state, context, wires, frames)
    Dseq.runStart(state, context, wires, frames)
    Dser.run(state, context, wires, frames)
    Dser.runStart(state, context, wires, frames)
    Dseries.run(state, context, wires, frames)
    Dseries.runStart(state, context, wires, frames)
    Dshuf.run(state, context, wires, frames)
    Dshuf.runStart(state, context, wires, frames)
    Dstutter.run(state, context, wires, frames)
    Dstutter.runStart(state, context, wires, frames)
    Dswitch.run(state, context, wires, frames)
    Dswitch.runStart(state, context, wires, frames)
    Dswitch1.run(state, context, wires, frames)
    Dswitch1.runStart(state, context, wires, frames)
    Duty.run(state, context, wires, frames)
    Duty.runStart(state, context, wires, frames)
    Dwhite.run(state, context, wires, frames)
    Dwhite.runStart(state, context, wires, frames)
    Dwrand.run(state, context, wires, frames)
    Dwrand.runStart(state, context, wires, frames)
    Dxrand.run(state, context, wires, frames)
    Dxrand.runStart(state, context, wires, frames)
    TDuty.run(state, context, wires, frames)
    TDuty.runStart(state, context, wires, frames)
  }
}
#endif
