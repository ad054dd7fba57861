import Control
import RealTime
import Render
import SoundFiles

/// Files that are streamed through buffers, as units ask for it.
extension ScsynthServer {
  func stream(_ request: DiskRequest, of node: Int32) {
    switch request.operation {
    case .begin: if let stream = openStream(request.buffer) { streams.begin(stream, node, request) }
    case .write, .end:
      guard let stream = streams.stream(node, request) ?? openStream(request.buffer) else { return }
      disk.run(isQuick: false, { stream.write(request) }, then: { _, _ in })
    case .read, .readAround:
      guard let memory = buffers.memory(of: request.buffer) else { return }
      let stream = buffers.file(of: request.buffer).map { DiskStream(memory: memory, file: $0) }
      disk.run(isQuick: false) {
        if let stream { return stream.read(request) }
        let first = min(max(0, Int(request.firstFrame)), memory.frames)
        DiskStream.silence(memory, first..<min(memory.frames, first + max(0, Int(request.frames))))
        return first
      } then: { [weak self] (end: Int?, _) in
        if let end { self?.tellEnd(of: request.buffer, end) }
      }
    }
  }

  /// Does something in its turn, behind files that are being closed.
  func behindClosing(_ moment: ScsynthMoment, _ body: @escaping () -> Void) {
    if closing == 0 { moment.inTurn(body) } else { afterClosing.append(body) }
  }

  private func hasClosed() {
    closing -= 1
    guard closing == 0 else { return }
    let bodies = afterClosing
    afterClosing = []
    for body in bodies { body() }
  }

  /// Ends the synths that write files, so that their last frames come into them, and closes all files that buffers have open.
  ///
  /// - Parameter then: called once all is in the files; at once when there are none. The engine has to render on until then,
  ///   and `poll` to be called.
  public func endStreams(then: @escaping () -> Void) {
    // What synths that are new have to say.
    engine.poll()
    let writers = streams.writers
    guard !writers.isEmpty else {
      closeFiles(then)
      return
    }
    let moment = ScsynthMoment(at: .immediately, from: .none)
    moment.begin(ScsynthRequest("/n_free", .none, tellsFailures: false, self))
    for node in writers { moment.add(RenderCommand(.freeNode, node: node), tolerated: true) }
    moment.edit { $0.mark() }
    moment.afterwards { [weak self] _ in
      self?.afterMessages.append { [weak self] in self?.closeFiles(then) }
    }
    commit(moment)
  }

  private func closeFiles(_ then: @escaping () -> Void) {
    let files = buffers.takeFiles()
    disk.run(isQuick: true, { for file in files { file.close() } }, then: { _, _ in then() })
  }

  private func openStream(_ buffer: Int32) -> DiskStream? {
    guard let memory = buffers.memory(of: buffer), let file = buffers.file(of: buffer) else { return nil }
    return DiskStream(memory: memory, file: file)
  }

  private func tellEnd(of buffer: Int32, _ frame: Int) {
    var changes = Changes()
    changes.setStreamEnd(Int(buffer), frame)
    engine.commit(changes)
  }

  /// Closes the file of a buffer; what synths still have to write to it comes first.
  func closeFile(
    of buffer: Int32, _ request: ScsynthRequest, in moment: ScsynthMoment,
    then: @escaping (ScsynthMoment) -> Void
  ) {
    let file = buffers.takeFile(of: buffer)
    closing += 1
    let then: (ScsynthMoment) -> Void = { [weak self] moment in
      then(moment)
      // Behind the answer.
      moment.afterwards { [weak self] _ in self?.hasClosed() }
    }
    guard streams.writes(buffer) else {
      asynchronously(request, moment, isQuick: true, by: disk, { file?.close() }, then: { then($1) })
      return
    }
    // Behind this, synths that were freed before have handed over their last frames.
    moment.edit { $0.mark() }
    moment.afterwards { [weak self] _ in
      self?.afterMessages.append { [weak self] in
        guard let self else { return }
        let later = ScsynthMoment(at: .immediately, from: request.client)
        later.begin(request)
        asynchronously(request, later, isQuick: true, by: disk, { file?.close() }, then: { then($1) })
        commit(later)
      }
    }
  }
}
