/// The levels of a GVerb at the beginning of a block, and what is added to them with each frame.
struct GVerbLevels {
  var dry: Float
  var early: Float
  var tail: Float
  private(set) var dryStep: Float = 0
  private(set) var earlyStep: Float = 0
  private(set) var tailStep: Float = 0

  init(dry: Float, early: Float, tail: Float) {
    (self.dry, self.early, self.tail) = (dry, early, tail)
  }

  @inline(__always)
  mutating func glide(from old: GVerbLevels, _ frames: Int) {
    let share = 1 / Float(frames)
    dryStep = (dry - old.dry) * share
    earlyStep = (early - old.early) * share
    tailStep = (tail - old.tail) * share
    (dry, early, tail) = (old.dry, old.early, old.tail)
  }
}
