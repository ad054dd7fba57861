import OSC
import Render

extension ControlSetting.Place {
  /// As the client named it.
  var argument: OSCArgument {
    switch self {
    case .index(let index): .int32(index)
    case .name(let name): .string(name)
    }
  }

  func readCommand(_ node: Int32, count: Int) -> RenderCommand {
    var command = RenderCommand(.readControls, node: node)
    command.count = count
    switch self {
    case .index(let index): command.index = index
    case .name(let name): command.name = ControlName.hash(name)
    }
    return command
  }
}
