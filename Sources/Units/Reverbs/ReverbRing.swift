import CRealTime
import RealTime

/// A delay that is as long as its memory: the place that is read next is written next.
struct ReverbRing: BitwiseCopyable {
  let samples: UnsafeMutablePointer<Float>
  let length: Int
  private(set) var place = 0
  /// What was read last.
  var last: Float = 0

  init(_ samples: UnsafeMutablePointer<Float>, length: Int) {
    self.samples = samples
    self.length = length
  }

  /// What comes out next.
  @inline(__always)
  var oldest: Float { samples[place] }

  /// Writes in its stead, and goes on.
  @inline(__always)
  mutating func write(_ value: Float) {
    samples[place] = value
    place = place &+ 1 == length ? 0 : place &+ 1
  }

  /// The next `count` values, to be changed in place: in the ring itself where they lie in a row, else copied to `spare`.
  /// Then `advance` has to follow. `count` is no more than the length.
  @inline(__always)
  func row(_ count: Int, _ spare: UnsafeMutablePointer<Float>) -> UnsafeMutablePointer<Float> {
    if place &+ count <= length { return samples + place }
    read(count, into: spare)
    return spare
  }

  @inline(__always)
  func read(_ count: Int, into memory: UnsafeMutablePointer<Float>) {
    let first = min(count, length &- place)
    syrinx_copy_bytes(memory, samples + place, 4 &* first)
    syrinx_copy_bytes(memory + first, samples, 4 &* (count &- first))
  }

  /// Goes on behind a row, which is copied back if it was copied.
  @inline(__always)
  mutating func advance(_ count: Int, _ row: UnsafeMutablePointer<Float>) {
    let first = min(count, length &- place)
    if row != samples + place {
      syrinx_copy_bytes(samples + place, row, 4 &* first)
      syrinx_copy_bytes(samples, row + first, 4 &* (count &- first))
    }
    pass(count)
  }

  /// What was written so many frames ago; of as many as it is long: what comes out next.
  @inline(__always)
  func value(_ frames: Int) -> Float {
    let wanted = place &- frames
    return samples[wanted < 0 ? wanted &+ length : wanted]
  }

  /// Writes values in their order; no more than the length.
  @inline(__always)
  mutating func append(_ values: UnsafeMutablePointer<Float>, _ count: Int) {
    let first = min(count, length &- place)
    syrinx_copy_bytes(samples + place, values, 4 &* first)
    syrinx_copy_bytes(samples, values + first, 4 &* (count &- first))
    pass(count)
  }

  /// Goes on by so many frames, no more than the length.
  @inline(__always)
  mutating func pass(_ count: Int) {
    place = place &+ count >= length ? place &+ count &- length : place &+ count
  }
}
