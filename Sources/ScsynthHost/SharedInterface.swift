import CSharedInterface
public import RealTime

/// The shared memory that clients open beside a server (`SuperColliderServer_<port>`): control buses and scopes.
public final class SharedInterface {
  private let segment: OpaquePointer

  /// Nil when the system gives none; `refused` is told why.
  public init?(controlBuses: Int, refused: (String) -> Void) {
    var reason = [CChar](repeating: 0, count: 256)
    guard
      let made = syrinx_shared_interface_create(
        UInt32(clamping: controlBuses), &reason, UInt32(reason.count))
    else {
      let letters = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      refused("no shared memory for control buses and scopes: \(String(decoding: letters, as: UTF8.self))")
      return nil
    }
    segment = made
  }

  /// Has clients find it, once the port is ours; false when the system does not let it.
  public func publish(port: Int) -> Bool { syrinx_shared_interface_publish(segment, UInt32(clamping: port)) }

  deinit { syrinx_shared_interface_destroy(segment) }

  public var controlBuses: UnsafeMutablePointer<Float>? { syrinx_shared_interface_control_buses(segment) }

  /// The scopes; whoever writes to them goes before this does.
  public var scopes: ScopeMemory? {
    var bytes: UInt64 = 0
    guard let pool = syrinx_shared_interface_pool(segment, &bytes),
      let scopes = syrinx_shared_interface_scopes(segment)
    else { return nil }
    return ScopeMemory(
      scopes: UnsafeRawPointer(scopes).assumingMemoryBound(to: UnsafeMutableRawPointer.self),
      count: Int(syrinx_shared_interface_scope_count(segment)),
      pool: pool.assumingMemoryBound(to: Float.self), poolFloats: Int(bytes) / MemoryLayout<Float>.stride)
  }
}
