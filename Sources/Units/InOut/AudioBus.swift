import CRealTime
import RealTime

/// One audio bus, as it stands in the block that runs.
struct AudioBus {
  /// The samples of the block, from the frame on at which the unit's own begin.
  let samples: UnsafeMutablePointer<Float>
  private let start: UnsafeMutablePointer<Float>
  private let lastWrite: UnsafeMutablePointer<Int64>
  private let block: Int64
  private let frames: Int

  /// Nil for a channel that has no bus.
  ///
  /// - Parameter frames: as many as the unit renders, to the end of the block.
  @inline(__always)
  init?(_ context: UnsafePointer<RenderContext>, _ buses: BusChoice, channel: Int, frames: Int) {
    let number = Int(buses.first) &+ channel
    guard channel < Int(buses.reach), number < context.pointee.audioBusCount else { return nil }
    start = context.pointee.audioBuses + number &* RenderContext.blockFrames
    samples = start + (RenderContext.blockFrames &- frames)
    lastWrite = context.pointee.busWrites + number
    block = context.pointee.block
    self.frames = frames
  }

  /// Whether it was written in this block, so that more is added.
  @inline(__always) var isWritten: Bool { lastWrite.pointee == block }

  /// Whether it was written in this block or in the last one.
  @inline(__always) var isRecent: Bool { lastWrite.pointee >= block &- 1 && lastWrite.pointee > 0 }

  /// Makes a bus that nobody wrote in this block silent, and counts it as written.
  @inline(__always)
  func begin() {
    if isWritten { return }
    if frames < RenderContext.blockFrames { syrinx_clear_bytes(start, 4 &* (RenderContext.blockFrames &- frames)) }
    lastWrite.pointee = block
  }

  @inline(__always)
  func add(_ signal: UnsafeMutablePointer<Float>) {
    if isWritten { Self.add(signal, to: samples, frames) } else { replace(with: signal) }
  }

  @inline(__always)
  func replace(with signal: UnsafeMutablePointer<Float>) {
    begin()
    Self.copy(signal, to: samples, frames)
  }

  @inline(__always)
  static func copy(_ signal: UnsafeMutablePointer<Float>, to memory: UnsafeMutablePointer<Float>, _ frames: Int) {
    var frame = 0
    while frame &+ 8 <= frames {
      Lanes(loading: signal + frame).store(to: memory + frame)
      frame &+= 8
    }
    while frame < frames {
      memory[frame] = signal[frame]
      frame &+= 1
    }
  }

  @inline(__always)
  static func add(_ signal: UnsafeMutablePointer<Float>, to memory: UnsafeMutablePointer<Float>, _ frames: Int) {
    var frame = 0
    while frame &+ 8 <= frames {
      (Lanes(loading: memory + frame) + Lanes(loading: signal + frame)).store(to: memory + frame)
      frame &+= 8
    }
    while frame < frames {
      memory[frame] += signal[frame]
      frame &+= 1
    }
  }
}
