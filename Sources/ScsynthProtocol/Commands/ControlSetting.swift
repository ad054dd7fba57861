import Control
import Render

/// What a client sets a control to, or which bus it maps it to.
struct ControlSetting {
  enum Place {
    case index(Int32)
    case name(String)
  }

  enum Value {
    case number(Float)
    case controlBus(Int32)
    case audioBus(Int32)
  }

  var place: Place
  /// How far behind that place: elements of an array.
  var offset: Int32
  var value: Value

  /// The control's index in a definition; nil when it has none of that name, or the array of that name is shorter.
  func index(in blueprint: SynthBlueprint) -> Int? {
    switch place {
    case .index(let number):
      let index = Int(number) + Int(offset)
      return blueprint.def.controls.indices.contains(index) ? index : nil
    case .name(let name):
      guard let named = blueprint.indices(ofControl: name) else { return nil }
      let index = named.lowerBound + Int(offset)
      return named.contains(index) ? index : nil
    }
  }

  /// The command that applies it to a node.
  func command(for node: Int32) -> RenderCommand {
    var command: RenderCommand
    switch value {
    case .number(let number): command = RenderCommand(.setControls, node: node, value: number)
    case .controlBus(let bus):
      command = RenderCommand(.mapControls, node: node)
      command.target = bus
    case .audioBus(let bus):
      command = RenderCommand(.mapControls, node: node)
      command.target = bus
      command.flag = true
    }
    switch place {
    case .index(let index): command.index = index &+ offset
    case .name(let name):
      command.name = ControlName.hash(name)
      command.index = offset
    }
    return command
  }

  /// Pairs of control and value, an array in place of a value goes on with the controls behind.
  static func readPairs(_ arguments: inout ScsynthArguments) -> [ControlSetting] {
    var settings: [ControlSetting] = []
    while arguments.count >= 2 {
      let place = readPlace(&arguments)
      var offset: Int32 = 0
      var depth = 0
      repeat {
        switch arguments.peek {
        case .arrayBegin:
          depth += 1
          arguments.skip()
        case .arrayEnd:
          depth -= 1
          arguments.skip()
        default:
          if let value = readValue(&arguments) {
            settings.append(ControlSetting(place: place, offset: offset, value: value))
            offset &+= 1
          }
        }
      } while depth > 0 && !arguments.isAtEnd
    }
    return settings
  }

  /// Control, count, and so many values, again and again.
  static func readRuns(_ arguments: inout ScsynthArguments) -> [ControlSetting] {
    var settings: [ControlSetting] = []
    while !arguments.isAtEnd {
      let place = readPlace(&arguments)
      let count = arguments.integer()
      var offset: Int32 = 0
      while offset < count, !arguments.isAtEnd {
        if let value = readValue(&arguments) {
          settings.append(ControlSetting(place: place, offset: offset, value: value))
        }
        offset &+= 1
      }
    }
    return settings
  }

  static func readPlace(_ arguments: inout ScsynthArguments) -> Place {
    if let name = arguments.text() { return .name(name) }
    return .index(arguments.integer())
  }

  /// A number, or a bus written as `c7` or `a7`; nil for other words.
  private static func readValue(_ arguments: inout ScsynthArguments) -> Value? {
    guard let word = arguments.text() else { return .number(arguments.float()) }
    let bus = number(word.dropFirst())
    switch word.first {
    case "c": return .controlBus(bus)
    case "a": return .audioBus(bus)
    default: return nil
    }
  }

  /// The number that a word begins with, as C's `atoi` has it.
  private static func number(_ text: Substring) -> Int32 {
    var digits = text.prefix { $0.isASCII && $0.isNumber }
    if text.first == "-" { digits = text.prefix(1) + text.dropFirst().prefix { $0.isASCII && $0.isNumber } }
    return Int32(digits) ?? 0
  }
}
