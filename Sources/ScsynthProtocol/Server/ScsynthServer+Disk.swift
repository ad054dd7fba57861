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
