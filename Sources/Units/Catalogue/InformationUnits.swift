import RealTime

/// What units may know of the engine.
enum InformationUnits {
  static let units: [UnitDescriptor] = [
    // One a line.
    BlockSize.descriptor,
    ControlDur.descriptor,
    ControlRate.descriptor,
    NodeID.descriptor,
    NumAudioBuses.descriptor,
    NumBuffers.descriptor,
    NumControlBuses.descriptor,
    NumInputBuses.descriptor,
    NumOutputBuses.descriptor,
    NumRunningSynths.descriptor,
    RadiansPerSample.descriptor,
    SampleDur.descriptor,
    SampleRate.descriptor,
    SubsampleOffset.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyInformationUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    BlockSize.run(state, context, wires, frames)
    BlockSize.runStart(state, context, wires, frames)
    ControlDur.run(state, context, wires, frames)
    ControlDur.runStart(state, context, wires, frames)
    ControlRate.run(state, context, wires, frames)
    ControlRate.runStart(state, context, wires, frames)
    NodeID.run(state, context, wires, frames)
    NodeID.runStart(state, context, wires, frames)
    NumAudioBuses.run(state, context, wires, frames)
    NumAudioBuses.runStart(state, context, wires, frames)
    NumBuffers.run(state, context, wires, frames)
    NumBuffers.runStart(state, context, wires, frames)
    NumControlBuses.run(state, context, wires, frames)
    NumControlBuses.runStart(state, context, wires, frames)
    NumInputBuses.run(state, context, wires, frames)
    NumInputBuses.runStart(state, context, wires, frames)
    NumOutputBuses.run(state, context, wires, frames)
    NumOutputBuses.runStart(state, context, wires, frames)
    NumRunningSynths.run(state, context, wires, frames)
    NumRunningSynths.runStart(state, context, wires, frames)
    RadiansPerSample.run(state, context, wires, frames)
    RadiansPerSample.runStart(state, context, wires, frames)
    SampleDur.run(state, context, wires, frames)
    SampleDur.runStart(state, context, wires, frames)
    SampleRate.run(state, context, wires, frames)
    SampleRate.runStart(state, context, wires, frames)
    SubsampleOffset.run(state, context, wires, frames)
    SubsampleOffset.runStart(state, context, wires, frames)
  }
}
#endif
