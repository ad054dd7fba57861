import RealTime

/// The buffer of a tapped delay: one channel, and as many values as whole numbers of 31 bits count.
@inline(__always)
func tapTable(_ context: UnsafePointer<RenderContext>, _ number: Float) -> BufferTable? {
  guard let buffer = context.pointee.buffer(number), buffer.pointee.channels == 1,
    let table = BufferTable(context, number), table.count < 1 << 31
  else { return nil }
  return table
}
