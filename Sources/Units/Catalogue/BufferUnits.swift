import RealTime

/// Buffers: what they are, those of a synth's own, and what plays them and records into them, and through them into files.
enum BufferUnits {
  static let units: [UnitDescriptor] = [
    BufChannels.descriptor,
    BufDur.descriptor,
    BufFrames.descriptor,
    BufRateScale.descriptor,
    BufRd.descriptor,
    BufSampleRate.descriptor,
    BufSamples.descriptor,
    BufWr.descriptor,
    ClearBuf.descriptor,
    DiskIn.descriptor,
    DiskOut.descriptor,
    LocalBuf.descriptor,
    MaxLocalBufs.descriptor,
    PlayBuf.descriptor,
    RecordBuf.descriptor,
    ScopeOut.descriptor,
    SetBuf.descriptor,
    VDiskIn.descriptor,
  ]
}

#if RTCHECK
extension RealTimeAudit {
  @_noLocks
  static func everyBufferUnit(
    _ state: UnsafeMutableRawPointer, _ context: UnsafeRawPointer, _ wires: UnsafeRawPointer, _ frames: Int
  ) {
    BufChannels.run(state, context, wires, frames)
    BufChannels.runStart(state, context, wires, frames)
    BufDur.run(state, context, wires, frames)
    BufDur.runStart(state, context, wires, frames)
    BufFrames.run(state, context, wires, frames)
    BufFrames.runStart(state, context, wires, frames)
    BufRateScale.run(state, context, wires, frames)
    BufRateScale.runStart(state, context, wires, frames)
    BufRd.run(state, context, wires, frames)
    BufRd.runStart(state, context, wires, frames)
    BufSampleRate.run(state, context, wires, frames)
    BufSampleRate.runStart(state, context, wires, frames)
    BufSamples.run(state, context, wires, frames)
    BufSamples.runStart(state, context, wires, frames)
    BufWr.run(state, context, wires, frames)
    BufWr.runStart(state, context, wires, frames)
    ClearBuf.run(state, context, wires, frames)
    ClearBuf.runStart(state, context, wires, frames)
    DiskIn.run(state, context, wires, frames)
    DiskIn.runStart(state, context, wires, frames)
    DiskOut.run(state, context, wires, frames)
    DiskOut.runStart(state, context, wires, frames)
    DiskOut.runStop(state, context, wires, frames)
    LocalBuf.run(state, context, wires, frames)
    LocalBuf.runStart(state, context, wires, frames)
    MaxLocalBufs.run(state, context, wires, frames)
    MaxLocalBufs.runStart(state, context, wires, frames)
    PlayBuf.run(state, context, wires, frames)
    PlayBuf.runStart(state, context, wires, frames)
    RecordBuf.run(state, context, wires, frames)
    RecordBuf.runStart(state, context, wires, frames)
    ScopeOut.run(state, context, wires, frames)
    ScopeOut.runStart(state, context, wires, frames)
    SetBuf.run(state, context, wires, frames)
    SetBuf.runStart(state, context, wires, frames)
    VDiskIn.run(state, context, wires, frames)
    VDiskIn.runStart(state, context, wires, frames)
  }
}
#endif
