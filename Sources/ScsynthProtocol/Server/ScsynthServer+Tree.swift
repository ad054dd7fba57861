import Control
import Render

extension ScsynthServer {
  /// Has a group and all below it written down.
  func readTree(
    of group: Int32, withControls: Bool, _ request: ScsynthRequest, in moment: ScsynthMoment, room: Int? = nil,
    then: @escaping (ScsynthTree) -> Void
  ) {
    let telemetry = engine.memory.telemetry
    let count = room ?? 1024 + 4 * telemetry.groupCount + (withControls ? 64 : 8) * telemetry.synthCount
    let words = moment.edit { $0.allocate(UInt32.self, count) }
    var command = RenderCommand(.readTree, node: group, pointer: UInt(bitPattern: words))
    command.count = count
    command.flag = withControls
    moment.add(command, tolerated: true)
    moment.onLast { [weak self] result in
      guard let self else { return }
      switch result.failure {
      case .none:
        let tree = ScsynthTree(UnsafeBufferPointer(start: words, count: result.count)) {
          self.library.definition(tag: $0)
        }
        then(tree)
      case .noRoom:
        let again = ScsynthMoment(at: .immediately, from: request.client)
        again.begin(request)
        readTree(
          of: group, withControls: withControls, request, in: again, room: result.count + result.count / 2, then: then)
        commit(again)
      default: request.fail(ScsynthFailure(result) ?? .failed)
      }
    }
  }
}
