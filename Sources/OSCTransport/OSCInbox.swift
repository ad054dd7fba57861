internal import OSC
internal import Synchronization

/// What a client has received, handed to its stream and to every request that waits.
final class OSCInbox: Sendable {
  let stream: AsyncStream<OSCPacket>
  private let continuation: AsyncStream<OSCPacket>.Continuation
  private let state = Mutex(State())

  private struct State {
    var requests: [Int: Request] = [:]
    var nextRequest = 0
    var isClosed = false
    var failure: OSCTransportError?
  }

  private struct Request {
    let isLast: @Sendable (OSCMessage) -> Bool
    var messages: [OSCMessage] = []
    var isDone = false
    var continuation: CheckedContinuation<[OSCMessage], Never>?
  }

  /// The stream keeps the newest `capacity` packets that no one has taken.
  init(capacity: Int) {
    (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(capacity))
  }

  var failure: OSCTransportError? { state.withLock { $0.failure } }

  func receive(_ packet: OSCPacket) {
    continuation.yield(packet)
    let messages = packet.messages
    let waiting = state.withLock { state in
      state.requests.compactMap { id, request in request.isDone ? nil : (id: id, isLast: request.isLast) }
    }
    for (id, isLast) in waiting {
      let last = messages.firstIndex(where: isLast)
      let taken = last.map { messages[...$0] } ?? messages[...]
      state.withLock { $0.requests[id]?.messages += taken }
      if last != nil { finish(id) }
    }
  }

  /// A request that is done with the message that `isLast` accepts.
  func open(_ isLast: @escaping @Sendable (OSCMessage) -> Bool) -> Int {
    state.withLock { state in
      state.nextRequest += 1
      state.requests[state.nextRequest] = Request(isLast: isLast, isDone: state.isClosed)
      return state.nextRequest
    }
  }

  /// What the request has got once it is done.
  func messages(of id: Int) async -> [OSCMessage] {
    await withCheckedContinuation { continuation in
      let done: [OSCMessage]? = state.withLock { state in
        guard let request = state.requests[id], !request.isDone else {
          return state.requests.removeValue(forKey: id)?.messages ?? []
        }
        state.requests[id]?.continuation = continuation
        return nil
      }
      if let done { continuation.resume(returning: done) }
    }
  }

  /// Takes no more into the request.
  func finish(_ id: Int) {
    let (continuation, messages) = state.withLock {
      state -> (CheckedContinuation<[OSCMessage], Never>?, [OSCMessage]) in
      state.requests[id]?.isDone = true
      guard let request = state.requests[id], let continuation = request.continuation else { return (nil, []) }
      state.requests[id] = nil
      return (continuation, request.messages)
    }
    continuation?.resume(returning: messages)
  }

  /// Ends the requests that wait, since no answer will come.
  func fail(_ error: OSCTransportError) {
    let waiting = state.withLock { state in
      state.failure = error
      return Array(state.requests.keys)
    }
    waiting.forEach(finish)
  }

  func close() {
    let waiting = state.withLock { state in
      state.isClosed = true
      return Array(state.requests.keys)
    }
    waiting.forEach(finish)
    continuation.finish()
  }
}
