import RealTime

/// A buffer through which a file is streamed: while one half of it is played or recorded, the other is filled or written.
struct StreamedBuffer: BitwiseCopyable {
  let number: Int
  let table: FrameTable
  /// The frame at which the file has ended; −1: it has not.
  let end: Int

  /// Nil when it is not of as many channels, or no whole number of blocks in each half.
  @inline(__always)
  init?(_ number: Float, channels: Int, _ context: UnsafePointer<RenderContext>) {
    guard let buffer = context.pointee.meantBuffer(number), let table = FrameTable(meant: number, context),
      table.channels == channels, table.frames % (2 &* RenderContext.blockFrames) == 0
    else { return nil }
    self.number = Int(Int32(processorTruncating: number))
    self.table = table
    end = buffer.pointee.streamEnd
  }

  var half: Int { table.frames &>> 1 }

  /// Asks for the half that does not hold a place to be filled or written.
  @inline(__always)
  func request(
    _ operation: DiskRequest.Operation, besides place: Int, _ context: UnsafePointer<RenderContext>
  ) {
    let request = DiskRequest(
      operation, buffer: number, firstFrame: place >= half ? 0 : half, frames: half, channels: table.channels)
    context.pointee.send(.disk, context.pointee.node) { $0.append(request) }
  }
}
