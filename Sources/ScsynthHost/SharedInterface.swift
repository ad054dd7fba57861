import CSharedInterface

/// The shared memory that clients open beside a server (`SuperColliderServer_<port>`): control buses and scopes.
final class SharedInterface {
  private let segment: OpaquePointer

  /// Nil when the system gives none; `refused` is told why.
  init?(port: Int, controlBuses: Int, refused: (String) -> Void) {
    var reason = [CChar](repeating: 0, count: 256)
    guard
      let made = syrinx_shared_interface_create(
        UInt32(clamping: port), UInt32(clamping: controlBuses), &reason, UInt32(reason.count))
    else {
      let letters = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      refused("no shared memory for control buses and scopes: \(String(decoding: letters, as: UTF8.self))")
      return nil
    }
    segment = made
  }

  deinit { syrinx_shared_interface_destroy(segment) }

  var controlBuses: UnsafeMutablePointer<Float>? { syrinx_shared_interface_control_buses(segment) }
}
