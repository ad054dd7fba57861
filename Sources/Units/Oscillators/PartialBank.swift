import RealTime

/// Memory for many partials of a sound, eight side by side.
struct PartialBank: BitwiseCopyable {
  private(set) var memory: UnsafeMutablePointer<Float>?
  /// Groups of eight.
  private(set) var groups = 0
  private let fields: Int

  /// - Parameter fields: numbers that each partial has.
  init(fields: Int) { self.fields = fields }

  mutating func reserve(_ context: UnsafePointer<RenderContext>, partials: Int) {
    guard partials > 0, let floats = context.pointee.allocate(floats: (partials + 7) / 8 * 8 * fields) else { return }
    memory = floats
    groups = (partials + 7) / 8
  }

  /// The eight numbers of a field of a group.
  @inline(__always)
  func field(_ field: Int, ofGroup group: Int) -> UnsafeMutablePointer<Float> {
    memory.unsafelyUnwrapped + 8 &* (group &* fields &+ field)
  }

  @inline(__always)
  func set(_ field: Int, of partial: Int, to value: Float) {
    self.field(field, ofGroup: partial &>> 3)[partial & 7] = value
  }
}
