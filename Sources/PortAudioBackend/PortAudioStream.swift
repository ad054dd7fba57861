import AudioIO
import CPortAudio
import CRealTime
import RealTime
import Synchronization

/// An open sound card.
final class PortAudioStream: AudioStream, @unchecked Sendable {
  // Unchecked: `phase` guards the start and the stop; PortAudio's own calls are under its lock.

  private enum Phase {
    case open
    case running(PortAudioWatch)
    case stopped
  }

  let format: StreamFormat
  private let phase = Mutex(Phase.open)
  private let stream: UnsafeMutableRawPointer
  private let cycle: UnsafeMutablePointer<PortAudioCycle>
  private var session: PortAudioSession?
  private let isOnBridge: Bool
  /// Left to PortAudio for good, with the memory that its callback would touch.
  private var isAbandoned = false

  init(
    session: PortAudioSession, device: PortAudioDevice, input: PortAudioDevice?, sampleRate: Double,
    request: StreamRequest
  ) throws(AudioError) {
    let cycle = UnsafeMutablePointer<PortAudioCycle>.allocate(capacity: 1)
    let silence = AudioRenderer(context: UnsafeMutableRawPointer(cycle)) { _, _, _, _, _ in }
    cycle.initialize(to: PortAudioCycle(renderer: silence))
    let opening = PortAudioOpening(device: device, input: input, sampleRate: sampleRate, request: request)
    do throws(AudioError) {
      (stream, format) = try opening.open(cycle)
    } catch {
      cycle.pointee.deallocate()
      cycle.deallocate()
      throw error
    }
    self.cycle = cycle
    self.session = session
    isOnBridge = device.isJACK
  }

  deinit {
    stop()
    guard !isAbandoned else { return }
    cycle.pointee.deallocate()
    cycle.deallocate()
  }

  var xruns: Int { Int(syrinx_load_relaxed(cycle.pointee.xruns)) }

  func start(_ renderer: AudioRenderer, onLoss: @escaping @Sendable (String) -> Void) throws(AudioError) {
    let failure = phase.withLock { phase -> AudioError? in
      guard case .open = phase else { return AudioError("this stream of \(format.deviceName) was started already") }
      cycle.pointee.renderer = renderer
      let code = PortAudioSession.lock.withLock { _ in Pa_StartStream(stream) }
      guard code == paNoError.rawValue else {
        return PortAudioSession.error("\(format.deviceName) does not start", code)
      }
      phase = .running(watch(onLoss))
      return nil
    }
    if let failure { throw failure }
  }

  func stop() {
    phase.withLock { phase in
      if case .stopped = phase { return }
      if case .running(let watch) = phase {
        watch.end()
        isAbandoned = isOnBridge && !PortAudioBridge.isCrossed(cycle.pointee.calls)
      }
      syrinx_store_release(cycle.pointee.isClosed, isAbandoned ? 1 : 0)
      if isAbandoned, let session {
        PortAudioBridge.abandon(session)
      } else {
        let isLost = syrinx_load_acquire(cycle.pointee.isFinished) != 0
        PortAudioSession.lock.withLock { _ in
          if case .running = phase { _ = isLost ? Pa_AbortStream(stream) : Pa_StopStream(stream) }
          Pa_CloseStream(stream)
        }
      }
      session = nil
      phase = .stopped
    }
  }

  private func watch(_ onLoss: @escaping @Sendable (String) -> Void) -> PortAudioWatch {
    PortAudioWatch(
      deviceName: format.deviceName,
      isAlive: { [weak self] in self?.isAlive ?? true },
      calls: { [weak self] in self.map { syrinx_load_relaxed($0.cycle.pointee.calls) } ?? 0 },
      onLoss: onLoss)
  }

  /// Also true when the stream is being stopped just now.
  private var isAlive: Bool {
    guard syrinx_load_acquire(cycle.pointee.isFinished) == 0 else { return false }
    let isActive = phase.withLockIfAvailable { phase in
      guard case .running = phase else { return true }
      return PortAudioSession.lock.withLock { _ in Pa_IsStreamActive(stream) == 1 }
    }
    return isActive ?? true
  }
}
