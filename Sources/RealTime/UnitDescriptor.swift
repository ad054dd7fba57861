/// A unit without its type: what control needs to put one into a synth's slab.
public struct UnitDescriptor: Sendable {
  public var specification: UnitSpecification
  public var stateBytes: Int
  public var stateAlignment: Int
  public var thunk: UnitThunk
  public var startThunk: UnitThunk?
  public var stopThunk: UnitThunk?
  /// Writes the state that a new synth starts from. Thread: control.
  public var initialise: @Sendable (UnsafeMutableRawPointer, UnitPreparation) -> Void

  public init(
    specification: UnitSpecification, stateBytes: Int, stateAlignment: Int, thunk: @escaping UnitThunk,
    startThunk: UnitThunk? = nil, stopThunk: UnitThunk? = nil,
    initialise: @escaping @Sendable (UnsafeMutableRawPointer, UnitPreparation) -> Void
  ) {
    self.specification = specification
    self.stateBytes = stateBytes
    self.stateAlignment = stateAlignment
    self.thunk = thunk
    self.startThunk = startThunk
    self.stopThunk = stopThunk
    self.initialise = initialise
  }

  /// The units of several families in one list. (Here, not where they are listed: what grows the list would be compiled for
  /// each build of the units, and a binary holds one copy of it.)
  public static func joined(_ families: [[UnitDescriptor]]) -> [UnitDescriptor] { families.flatMap { $0 } }
}
