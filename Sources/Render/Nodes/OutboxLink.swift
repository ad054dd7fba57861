/// The link of what waits in the outbox: the first field of nodes and transactions, so that a pointer to one is a pointer to
/// the other.
@frozen
public struct OutboxLink: BitwiseCopyable {
  typealias Pointer = UnsafeMutablePointer<OutboxLink>

  @frozen
  @usableFromInline
  enum Kind: UInt8, BitwiseCopyable, Sendable {
    case node, transaction
  }

  @usableFromInline var kind: Kind
  @usableFromInline var next: UnsafeMutablePointer<OutboxLink>?

  @usableFromInline
  init(_ kind: Kind) { self.kind = kind }
}
