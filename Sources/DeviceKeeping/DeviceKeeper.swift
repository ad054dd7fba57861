public import AudioIO
import Dispatch
public import Logging
public import RealTime

/// Keeps the music's clock going: when the device goes away the null backend takes over, and the device is taken up again
/// when it returns.
public final class DeviceKeeper: @unchecked Sendable {
  // Unchecked: everything below is touched on `queue` alone.

  private let queue = DispatchQueue(label: "syrinx.device", qos: .userInitiated)
  private let backend: any AudioBackend
  private var request: StreamRequest
  private let renderer: AudioRenderer
  private let log: Logger
  private let format: StreamFormat
  private var stream: any AudioStream
  /// Xruns of streams that are gone.
  private var pastXruns = 0
  private var isStandIn = false
  private var isStopped = false

  /// - opened: its format is what the engine was made for.
  public init(_ opened: BackendChoice.Opened, request: StreamRequest, renderer: AudioRenderer, log: Logger) {
    backend = opened.backend
    stream = opened.stream
    format = opened.stream.format
    self.renderer = renderer
    self.log = log
    var again = request
    again.sampleRate = opened.stream.format.sampleRate
    again.outputChannels = opened.stream.format.outputChannels
    self.request = again
  }

  public var xruns: Int { queue.sync { pastXruns + stream.xruns } }

  public func start() throws(AudioError) { try start(stream) }

  private func start(_ stream: any AudioStream) throws(AudioError) {
    try stream.start(renderer) { [weak self, queue] reason in
      queue.async { [weak self] in self?.lost(reason) }
    }
  }

  /// What other programs call the output channels, also once the device has gone and come back.
  public func nameOutputs(_ names: [String]) {
    queue.async { [self] in
      request.outputNames = names
      if !isStopped { stream.nameOutputs(names) }
    }
  }

  /// Returns when the renderer is called no more.
  public func stop() {
    queue.sync {
      isStopped = true
      stream.stop()
    }
  }

  private func lost(_ reason: String) {
    guard !isStopped, !isStandIn else { return }
    log.error("the device is gone (\(reason)): the music goes on unheard, and will be heard again when it returns")
    pastXruns += stream.xruns
    stream.stop()
    var silent = request
    silent.device = .standard
    do throws(AudioError) {
      let standIn = try NullBackend().open(silent)
      stream = standIn
      isStandIn = true
      try start(standIn)
    } catch {
      log.critical("no stand-in for the device: \(error)")
    }
    retry()
  }

  private func retry() {
    queue.asyncAfter(deadline: .now() + 1) { [weak self] in self?.takeUpAgain() }
  }

  private func takeUpAgain() {
    guard !isStopped, isStandIn else { return }
    guard let returned = try? backend.open(request) else { return retry() }
    guard returned.format.sampleRate == format.sampleRate, returned.format.outputChannels == format.outputChannels
    else {
      log.warning(
        "the device came back at \(returned.format.sampleRate) Hz with \(returned.format.outputChannels) channels; set it to \(format.sampleRate) Hz and \(format.outputChannels) again"
      )
      returned.stop()
      return retry()
    }
    stream.stop()
    do throws(AudioError) {
      stream = returned
      isStandIn = false
      try start(returned)
      log.notice("the device is back: \(returned.format.deviceName)")
    } catch {
      log.error("the device came back but does not start: \(error)")
      isStandIn = true
      if let standIn = try? NullBackend().open(request) {
        stream = standIn
        try? start(standIn)
      }
      retry()
    }
  }
}
