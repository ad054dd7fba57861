import CRealTime
import RealTime

/// A way through a row of wavetables in neighbouring buffers: between each two it fades from one to the next.
struct TableCrossing: BitwiseCopyable {
  private(set) var place: Float = 0
  /// The pairs of the first table; others must be as long.
  private(set) var pairs = 0

  mutating func start(_ context: UnsafePointer<RenderContext>, _ place: Float) {
    self.place = place
    pairs = BufferTable(context, syrinx_floorf(place)).map { $0.pairs } ?? 0
  }

  /// Renders a block in parts, each between two tables; false where a table is missing or of another length.
  ///
  /// - Parameter part: renders frames of the block: the two tables, the share of the second at first, and its step.
  @inline(__always)
  mutating func render(
    _ context: UnsafePointer<RenderContext>, to target: Float, _ frames: Int,
    part: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>, Float, Float, Range<Int>) -> Void
  ) -> Bool {
    let way = target - place
    var now = place
    place = target
    var done = 0
    while done < frames {
      let floor = syrinx_floorf(now)
      var end = target
      if way > 0 {
        end = Bounds.clamp(syrinx_floorf(now + 1), -.greatestFiniteMagnitude, target)
      } else if way < 0 {
        let cut = syrinx_ceilf(now - 1)
        end = target > cut ? target : cut
      }
      var count = frames - done
      if end != target && end == end {
        let wanted = Int(Int32(processorTruncating: syrinx_floorf(Float(frames) / way * (end - now) + 0.5))) - done
        count = wanted < 1 ? 1 : wanted < count ? wanted : count
      }
      guard let low = table(context, floor), let high = table(context, floor + 1) else { return false }
      part(low, high, now - floor, (end - now) / Float(count), done..<done + count)
      done += count
      now = end
    }
    return true
  }

  @inline(__always)
  private func table(_ context: UnsafePointer<RenderContext>, _ number: Float) -> UnsafeMutablePointer<Float>? {
    guard let table = BufferTable(context, number), table.isPeriod, pairs > 0, table.pairs == pairs else { return nil }
    return table.samples
  }
}
