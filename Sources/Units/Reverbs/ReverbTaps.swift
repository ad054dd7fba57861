/// Four places in a ring, each so many frames behind where it was written next.
struct ReverbTaps {
  private let samples: UnsafeMutablePointer<Float>
  private let length: Int
  private var places: (Int, Int, Int, Int)

  @inline(__always)
  init(_ ring: ReverbRing, _ frames: SIMD4<Int32>) {
    samples = ring.samples
    length = ring.length
    func place(_ frames: Int32) -> Int {
      let place = ring.place &- Int(frames)
      return place < 0 ? place &+ ring.length : place
    }
    places = (place(frames[0]), place(frames[1]), place(frames[2]), place(frames[3]))
  }

  @inline(__always)
  mutating func next() -> SIMD4<Float> {
    defer { places = (after(places.0), after(places.1), after(places.2), after(places.3)) }
    return SIMD4(samples[places.0], samples[places.1], samples[places.2], samples[places.3])
  }

  @inline(__always)
  private func after(_ place: Int) -> Int { place &+ 1 == length ? 0 : place &+ 1 }
}
