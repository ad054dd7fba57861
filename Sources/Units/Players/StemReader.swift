import RealTime

/// Reads a buffer at a cursor, between its samples if need be, by one of the interpolations.
struct StemReader: BitwiseCopyable {
  /// Of scratch.
  static var floats: Int { piece + 2 * pieceFrames }
  private static var sums: Int { 2 * FrameWindow.floats }
  private static var piece: Int { sums + SincKernel.floats }
  private static var pieceFrames: Int { RenderContext.blockFrames + 8 }
  /// No kernel is wider: from there on (rate 28 for sinc16, 14 for sinc32, 7 for sinc64) what is above half of the device's
  /// sample rate is no longer all cut off.
  private static var mostTaps: Int { 512 }
  /// From this rate on, where the neighbours of one frame are no longer those of the next, a few must do.
  private static var furthest: Double { 64 }

  private let banks: UnsafePointer<SincBank>
  private var interpolation = Interpolation.cubic
  /// The kernel for the rate, and how many octaves the rate is above it.
  private var table: SincTable
  private var shift = 0
  /// Frames that a frame between the samples needs, before it (with the one at or before it) and behind it.
  private var before = 1
  private var after = 2

  /// Frames beyond the last one that are read for it.
  var margin: Int { after }

  /// - Thread: control.
  init() {
    banks = SincBank.all
    table = banks[0].tables[0]
  }

  /// Chooses the kernel for a rate: the widest band below half of both sample rates.
  ///
  /// - Parameter increment: 32.32 fixed point.
  @inline(__always)
  mutating func tune(_ increment: Int64, _ interpolation: Interpolation) {
    self.interpolation = interpolation
    guard interpolation != .cubic else {
      (before, after) = (1, 2)
      return
    }
    let bank = banks[Int(interpolation.rawValue) &- 1]
    var rate = Double(increment.magnitude) / 4_294_967_296
    var octaves = 0
    let mostTaps = rate > Self.furthest ? Self.mostTaps / 8 : Self.mostTaps
    func isPossible(_ shift: Int) -> Bool { interpolation.taps &<< shift <= mostTaps / 2 }
    while rate > 2 && isPossible(octaves &+ 1) {
      rate *= 0.5
      octaves &+= 1
    }
    var number = SincBank.table(for: rate)
    if number == SincBank.tableCount {
      number = isPossible(octaves &+ 1) ? 0 : SincBank.tableCount &- 1
      octaves = isPossible(octaves &+ 1) ? octaves &+ 1 : octaves
    }
    shift = octaves
    table = bank.tables[number]
    after = (table.taps / 2) &<< shift
    before = after &- 1
  }

  /// Reads `count` frames, at most a block. False when they are not in memory. Up to seven more frames behind them are
  /// written that do not count.
  @inline(__always)
  func read(
    _ buffer: SampleBuffer, _ cursor: StemCursor, _ count: Int, _ left: UnsafeMutablePointer<Float>,
    _ right: UnsafeMutablePointer<Float>, _ scratch: UnsafeMutablePointer<Float>,
    _ context: UnsafePointer<RenderContext>
  ) -> Bool {
    guard buffer.frames > 0 else { return false }
    let first = Int(cursor.position >> 32)
    if cursor.increment == StemCursor.frame && cursor.position & 0xFFFF_FFFF == 0 {
      guard buffer.isReadable(from: first, through: first &+ count &- 1) else { return false }
      FrameWindow.copy(buffer, first, count, left, right)
      return true
    }
    // Of the frames that fit into the window.
    let span = Int64(FrameWindow.capacity &- before &- after &- 2) &<< 32
    let last = cursor.position &+ cursor.increment &* Int64(count &- 1)
    if last &- cursor.position <= span && cursor.position &- last <= span {
      return readWindow(buffer, cursor, cursor.position, count, left, right, scratch, context)
    }
    return readPieces(buffer, cursor, count, left, right, scratch, span, context)
  }

  /// The same, a piece at a time: at high rates.
  @inline(never)
  private func readPieces(
    _ buffer: SampleBuffer, _ cursor: StemCursor, _ count: Int, _ left: UnsafeMutablePointer<Float>,
    _ right: UnsafeMutablePointer<Float>, _ scratch: UnsafeMutablePointer<Float>, _ span: Int64,
    _ context: UnsafePointer<RenderContext>
  ) -> Bool {
    let most = Int(span / Int64(cursor.increment.magnitude)) &+ 1
    let pieceLeft = scratch + Self.piece
    let pieceRight = pieceLeft + Self.pieceFrames
    var position = cursor.position
    var done = 0
    while done < count {
      let piece = count &- done < most ? count &- done : most
      guard readWindow(buffer, cursor, position, piece, pieceLeft, pieceRight, scratch, context) else { return false }
      position = position &+ cursor.increment &* Int64(piece)
      var frame = 0
      while frame < piece {
        left[done] = pieceLeft[frame]
        right[done] = pieceRight[frame]
        frame &+= 1
        done &+= 1
      }
    }
    return true
  }

  @inline(__always)
  private func readWindow(
    _ buffer: SampleBuffer, _ cursor: StemCursor, _ position: Int64, _ count: Int,
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ scratch: UnsafeMutablePointer<Float>,
    _ context: UnsafePointer<RenderContext>
  ) -> Bool {
    let last = position &+ cursor.increment &* Int64(count &- 1)
    let lowest = Int((position < last ? position : last) >> 32) &- before
    let highest = Int((position < last ? last : position) >> 32) &+ after
    let frames = highest &- lowest &+ 1
    let window = FrameWindow(scratch, channels: buffer.channels)
    guard
      window.fill(
        buffer, from: lowest, count: frames, wrapsLow: cursor.wrapsLow, wrapsHigh: cursor.isSeamless)
    else { return false }
    let start = position &- Int64(lowest) &<< 32
    let sums = scratch + Self.sums
    if interpolation == .cubic {
      CubicKernel.read(window, from: start, increment: cursor.increment, count: count, left: left, right: right)
    } else if shift == 0 {
      SincKernel.read(
        window, table, context.pointee.kernelWeights, from: start, increment: cursor.increment, count: count,
        left: left,
        right: right, scratch: sums)
    } else {
      let streams = FrameWindow(scratch + FrameWindow.floats, channels: buffer.channels)
      SincKernel.split(window, frames, shift: shift, into: streams)
      SincKernel.readStreams(
        streams, shift: shift, table, from: start, increment: cursor.increment, count: count, left: left, right: right,
        scratch: sums)
    }
    return true
  }
}
