/// Memory that others outside look into: scopes, each laid out as `ScopeBuffer` has it, and a pool for what they show.
@frozen
public struct ScopeMemory: BitwiseCopyable, @unchecked Sendable {
  // Unchecked: plain addresses; the memory outlives whoever writes to it.

  public let scopes: UnsafePointer<UnsafeMutableRawPointer>
  public let count: Int
  public let pool: UnsafeMutablePointer<Float>
  public let poolFloats: Int

  public init(
    scopes: UnsafePointer<UnsafeMutableRawPointer>, count: Int, pool: UnsafeMutablePointer<Float>, poolFloats: Int
  ) {
    self.scopes = scopes
    self.count = count
    self.pool = pool
    self.poolFloats = poolFloats
  }
}
