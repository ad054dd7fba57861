import RealTime

/// A unit that writes down what it is called with.
struct ProbeUnit: BitwiseCopyable {
  static let capacity = 4096

  /// Where a probe writes: shared by the probes of a test, in the order in which they run.
  struct Log: BitwiseCopyable {
    var count = 0
    var ids: UnsafeMutablePointer<Int32>
    var offsets: UnsafeMutablePointer<Int32>
    var positions: UnsafeMutablePointer<Int64>

    static func make(_ desk: Desk) -> UnsafeMutablePointer<Log> {
      let log = desk.allocate(MemoryLayout<Log>.stride).bindMemory(to: Log.self, capacity: 1)
      log.initialize(
        to: Log(
          ids: desk.allocate(4 * capacity).bindMemory(to: Int32.self, capacity: capacity),
          offsets: desk.allocate(4 * capacity).bindMemory(to: Int32.self, capacity: capacity),
          positions: desk.allocate(8 * capacity).bindMemory(to: Int64.self, capacity: capacity)))
      return log
    }
  }

  var log: UnsafeMutablePointer<Log>?
  /// Blocks after which it frees its synth; 0: never.
  var blocks: Int32 = 0
  /// Writes its first control to this audio bus, if it is one.
  var bus: Int32 = -1

  static let thunk: UnitThunk = { state, context, wires, frames in
    guard let state, let context, let wires else { return }
    let probe = state.assumingMemoryBound(to: ProbeUnit.self)
    let render = context.assumingMemoryBound(to: RenderContext.self)
    if let log = probe.pointee.log, log.pointee.count < capacity {
      log.pointee.ids[log.pointee.count] = render.pointee.node
      log.pointee.offsets[log.pointee.count] = render.pointee.startOffset
      log.pointee.positions[log.pointee.count] = render.pointee.position
      log.pointee.count += 1
    }
    let bus = Int(probe.pointee.bus)
    if bus >= 0 {
      render.pointee.busWrites[bus] = render.pointee.block
      let input = Wires(wires)[0]
      for frame in 0..<frames { render.pointee.audioBuses[bus * frames + frame] = input[frame] }
    }
    if probe.pointee.blocks > 0 {
      probe.pointee.blocks -= 1
      if probe.pointee.blocks == 0 { render.pointee.doneAction.pointee = 2 }
    }
  }
}

extension UnsafeMutablePointer<ProbeUnit.Log> {
  /// The nodes that ran since the last time, in order.
  func takeIDs() -> [Int32] {
    defer { pointee.count = 0 }
    return (0..<pointee.count).map { pointee.ids[$0] }
  }
}
