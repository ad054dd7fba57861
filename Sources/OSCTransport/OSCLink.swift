internal import NIOCore
internal import OSC

/// The way back to a peer. Any thread may use it, and none waits there.
protocol OSCLink: AnyObject, Sendable {
  var kind: OSCTransportKind { get }
  func send(_ packet: OSCPacket, to address: SocketAddress)
}
