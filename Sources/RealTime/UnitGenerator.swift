public import CRealTime

/// A unit's entry point as a plain function pointer: state, context, wires, frames.
public typealias UnitThunk = syrinx_unit_thunk

/// A unit generator: its state, and how it renders a block of it.
///
/// A unit computes each block from its inputs. What it needs beyond its struct it takes from the context's pool in `start`.
///
/// The state is flat and lies in its synth's slab. `@convention(c)` cannot capture a generic parameter, so each unit has
/// a thunk of one line: `static let thunk: UnitThunk = { run($0, $1, $2, $3) }`.
public protocol UnitGenerator: BitwiseCopyable, SendableMetatype {
  static var specification: UnitSpecification { get }

  static var thunk: UnitThunk { get }

  /// A thunk for `start`, where a unit has one: `static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }`.
  static var startThunk: UnitThunk? { get }

  /// A thunk for `stop`, where a unit has one: `static let stopThunk: UnitThunk? = { runStop($0, $1, $2, $3) }`.
  static var stopThunk: UnitThunk? { get }

  /// - Thread: control.
  init(_ preparation: UnitPreparation)

  /// Runs once before the synth's first block, after the units that stand earlier: writes the first value of each output,
  /// which later units may read in their own start, and takes memory from the pool.
  ///
  /// - Thread: audio.
  mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires)

  /// Renders one block: reads its input wires, writes every frame of its outputs. A unit of demand rate computes its next
  /// value instead: `frames` is then the frame of the block, from 1, at which it is wanted, and 0 begins anew.
  ///
  /// - Thread: audio; never allocates, locks, waits or counts references.
  mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int)

  /// Runs once when its synth has ended, unless it never ran: gives back what others use, too, and tells the buses what
  /// was still to come. Where the synth ended itself that is at the beginning of the block that follows.
  ///
  /// - Thread: audio.
  mutating func stop(_ context: UnsafePointer<RenderContext>, _ wires: Wires)
}

extension UnitGenerator {
  public static var startThunk: UnitThunk? { nil }

  public static var stopThunk: UnitThunk? { nil }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {}

  public mutating func stop(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {}

  @inlinable @inline(__always)
  public static func runStart(
    _ state: UnsafeMutableRawPointer?, _ context: UnsafeRawPointer?, _ wires: UnsafeRawPointer?, _ frames: Int
  ) {
    state.unsafelyUnwrapped.assumingMemoryBound(to: Self.self).pointee.start(
      context.unsafelyUnwrapped.assumingMemoryBound(to: RenderContext.self), Wires(wires.unsafelyUnwrapped))
  }

  @inlinable @inline(__always)
  public static func runStop(
    _ state: UnsafeMutableRawPointer?, _ context: UnsafeRawPointer?, _ wires: UnsafeRawPointer?, _ frames: Int
  ) {
    state.unsafelyUnwrapped.assumingMemoryBound(to: Self.self).pointee.stop(
      context.unsafelyUnwrapped.assumingMemoryBound(to: RenderContext.self), Wires(wires.unsafelyUnwrapped))
  }

  @inlinable @inline(__always)
  public static func run(
    _ state: UnsafeMutableRawPointer?, _ context: UnsafeRawPointer?, _ wires: UnsafeRawPointer?, _ frames: Int
  ) {
    state.unsafelyUnwrapped.assumingMemoryBound(to: Self.self).pointee.process(
      context.unsafelyUnwrapped.assumingMemoryBound(to: RenderContext.self), Wires(wires.unsafelyUnwrapped), frames)
  }

  /// The unit as the catalogue hands it out.
  public static var descriptor: UnitDescriptor {
    UnitDescriptor(
      specification: specification, stateBytes: MemoryLayout<Self>.stride,
      stateAlignment: MemoryLayout<Self>.alignment, thunk: thunk, startThunk: startThunk, stopThunk: stopThunk,
      initialise: { $0.initializeMemory(as: Self.self, to: Self($1)) })
  }
}
