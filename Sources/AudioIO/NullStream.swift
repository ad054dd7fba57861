import CRealTime
public import RealTime
import Synchronization

/// A device's pace without a device.
public final class NullStream: AudioStream, @unchecked Sendable {
  // Unchecked: `phase` guards the rest; the cycle's counters are atomic.

  private enum Phase {
    case open
    case running(NullThread)
    case stopped
  }

  public let format: StreamFormat
  private let phase = Mutex(Phase.open)
  private let cycle: UnsafeMutablePointer<NullCycle>
  private let channels: NullChannels

  init(format: StreamFormat) {
    self.format = format
    channels = NullChannels(format)
    cycle = .allocate(capacity: 1)
    let silence = AudioRenderer(context: UnsafeMutableRawPointer(cycle)) { _, _, _, _, _ in }
    cycle.initialize(to: NullCycle(format: format, renderer: silence, channels: channels))
  }

  deinit {
    stop()
    cycle.pointee.deallocate()
    cycle.deallocate()
    channels.deallocate()
  }

  public var xruns: Int { Int(syrinx_load_relaxed(cycle.pointee.xruns)) }

  /// `onLoss` is never called: what is not there cannot go away.
  public func start(_ renderer: AudioRenderer, onLoss: @escaping @Sendable (String) -> Void) throws(AudioError) {
    let failure = phase.withLock { phase -> AudioError? in
      guard case .open = phase else { return AudioError("this null stream was started already") }
      cycle.pointee.renderer = renderer
      do throws(AudioError) {
        phase = .running(try NullThread(cycle))
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  public func stop() {
    phase.withLock { phase in
      if case .running(let thread) = phase {
        syrinx_store_release(cycle.pointee.isStopping, 1)
        thread.join()
      }
      phase = .stopped
    }
  }
}
