import CRealTime
import RealTime

/// Control buses and buffers, as commands change and read them.
extension RenderEngine {
  func bufferPlace(_ number: Int32) -> UnsafeMutablePointer<SampleBuffer>? {
    guard number >= 0, number < context.bufferCount else { return nil }
    return context.buffers + Int(number)
  }

  func exchangeBuses(_ command: UnsafeMutablePointer<RenderCommand>) -> RenderFailure {
    let first = Int(command.pointee.index)
    let count = command.pointee.count
    guard count >= 0, first >= 0, first &+ count <= context.controlBusCount else { return .outOfRange }
    let values = UnsafeMutablePointer<Float>(bitPattern: command.pointee.pointer)
    var at = 0
    while at < count {
      if command.pointee.kind == .readBuses {
        values?[at] = context.controlBuses[first &+ at]
      } else {
        context.controlBuses[first &+ at] = values.map { $0[at] } ?? command.pointee.value
        context.controlBusWrites[first &+ at] = context.block
      }
      at &+= 1
    }
    return .none
  }

  func exchangeSamples(_ command: UnsafeMutablePointer<RenderCommand>) -> RenderFailure {
    guard let place = bufferPlace(command.pointee.index) else { return .noSuchBuffer }
    let size = place.pointee.frames &* place.pointee.channels
    let count = command.pointee.count
    let start = command.pointee.start
    guard let samples = place.pointee.samples, count >= 0, start >= 0, start &+ count <= size else {
      return count == 0 ? .none : .outOfRange
    }
    let values = UnsafeMutablePointer<Float>(bitPattern: command.pointee.pointer)
    if command.pointee.kind == .readSamples {
      if let values { syrinx_copy_bytes(values, samples + start, count &* 4) }
    } else if let values {
      syrinx_copy_bytes(samples + start, values, count &* 4)
    } else {
      var at = 0
      while at < count {
        samples[start &+ at] = command.pointee.value
        at &+= 1
      }
    }
    return .none
  }
}
