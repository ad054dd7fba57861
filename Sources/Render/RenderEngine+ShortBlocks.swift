import CRealTime
import RealTime

/// First blocks that are shorter, so that synths begin at their exact frame.
extension RenderEngine {
  func isShortened(_ node: Node.Pointer) -> Bool {
    memory.configuration.isSampleAccurate && node.pointee.isGuest && node.pointee.startOffset > 0
  }

  /// Audio-rate controls from the frame on at which the synth begins.
  func shiftControls(_ node: Node.Pointer) {
    guard let controls = node.pointee.controls else { return }
    let start = Int(context.blockStart)
    var index = 0
    while index < Int(node.pointee.controlCount) {
      if controls[index].isAudioRate {
        let values = controls[index].values
        var frame = start
        while frame < RenderContext.blockFrames {
          values[frame &- start] = values[frame]
          frame &+= 1
        }
      }
      index &+= 1
    }
  }

  static func renderShort(
    _ calls: UnitCall.Pointer, _ end: UnitCall.Pointer, _ context: UnsafePointer<RenderContext>
  ) {
    let short = RenderContext.blockFrames &- Int(context.pointee.blockStart)
    var call = calls
    while call < end {
      if call.pointee.frames > 0 {
        syrinx_call_unit(
          call.pointee.thunk, call.pointee.state, UnsafeRawPointer(context), call.pointee.wires,
          min(Int(call.pointee.frames), short))
      }
      call += 1
    }
  }
}
