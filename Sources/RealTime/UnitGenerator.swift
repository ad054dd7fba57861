public import CRealTime

/// A unit's entry point as a plain function pointer: state, context, wires, frames.
public typealias UnitThunk = syrinx_unit_thunk

/// A unit generator: its state, and how it renders a block of it.
///
/// The state is flat and lies in its synth's slab. `@convention(c)` cannot capture a generic parameter, so each unit has
/// a thunk of one line: `static let thunk: UnitThunk = { run($0, $1, $2, $3) }`.
public protocol UnitGenerator: BitwiseCopyable, SendableMetatype {
  static var specification: UnitSpecification { get }

  static var thunk: UnitThunk { get }

  /// - Thread: control.
  init(_ preparation: UnitPreparation)

  /// Renders one block: reads its input wires, writes every frame of its outputs.
  ///
  /// - Thread: audio; never allocates, locks, waits or counts references.
  mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int)
}

extension UnitGenerator {
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
      stateAlignment: MemoryLayout<Self>.alignment, thunk: thunk,
      initialise: { $0.initializeMemory(as: Self.self, to: Self($1)) })
  }
}
