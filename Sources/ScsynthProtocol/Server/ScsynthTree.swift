import Control
import Foundation
import OSC
import Render

/// A group and all below it, as the audio thread wrote it down.
struct ScsynthTree {
  struct Control {
    var name: String?
    var value: Float
    /// `c7` or `a7` where it is mapped to a bus.
    var bus: String?
  }

  enum Node {
    case group(id: Int32, children: Int32)
    case synth(id: Int32, name: String, controls: [Control])
  }

  /// Parents first.
  private(set) var nodes: [Node] = []

  init(_ words: UnsafeBufferPointer<UInt32>, _ definition: (UInt64) -> SynthDefinition?) {
    var at = 0
    while at + 3 <= words.count {
      let id = Int32(bitPattern: words[at + 1])
      if words[at] == NodeTreeWord.group {
        nodes.append(.group(id: id, children: Int32(bitPattern: words[at + 2])))
        at += 3
        continue
      }
      let found = definition(UInt64(words[at + 2]) | UInt64(words[at + 3]) << 32)
      let count = Int(words[at + 4])
      at += 5
      var controls: [Control] = []
      for index in 0..<count {
        let name = found.map { $0.blueprint.def.controls[index].name } ?? ""
        controls.append(
          Control(
            name: name.isEmpty ? nil : name, value: Float(bitPattern: words[at]),
            bus: Self.bus(words[at + 1], words[at + 2])))
        at += 3
      }
      nodes.append(.synth(id: id, name: found?.name ?? "syrinx", controls: controls))
    }
  }

  private static func bus(_ source: UInt32, _ bus: UInt32) -> String? {
    switch ControlSlot.Source(rawValue: UInt8(truncatingIfNeeded: source)) {
    case .controlBus: "c\(bus)"
    case .audioBus: "a\(bus)"
    default: nil
    }
  }

  /// As `/g_queryTree.reply` tells it.
  func arguments(withControls: Bool) -> [OSCArgument] {
    var arguments: [OSCArgument] = [.int32(withControls ? 1 : 0)]
    for node in nodes {
      switch node {
      case .group(let id, let children): arguments += [.int32(id), .int32(children)]
      case .synth(let id, let name, let controls):
        arguments += [.int32(id), .int32(-1), .string(name)]
        guard withControls else { continue }
        arguments.append(.int32(Int32(controls.count)))
        for (index, control) in controls.enumerated() {
          arguments.append(control.name.map { .string($0) } ?? .int32(Int32(index)))
          arguments.append(control.bus.map { .string($0) } ?? .float32(control.value))
        }
      }
    }
    return arguments
  }

  /// As `/g_dumpTree` prints it.
  func dump(withControls: Bool) -> [String] {
    guard case .group(let root, let children)? = nodes.first else { return [] }
    var lines = ["NODE TREE Group \(root)"]
    /// How many children are still to come at each depth.
    var open = [children]
    for node in nodes.dropFirst() {
      while let last = open.last, last == 0 { open.removeLast() }
      guard !open.isEmpty else { break }
      let indent = String(repeating: "   ", count: open.count)
      open[open.count - 1] -= 1
      switch node {
      case .group(let id, let children):
        lines.append("\(indent)\(id) group")
        open.append(children)
      case .synth(let id, let name, let controls):
        lines.append("\(indent)\(id) \(name)")
        guard withControls, !controls.isEmpty else { continue }
        lines.append(" \(indent)" + controls.map(Self.text).joined())
      }
    }
    return lines
  }

  private static func text(_ control: Control) -> String {
    let value = control.bus ?? String(format: "%.14g", Double(control.value))
    return control.name.map { " \($0): \(value)" } ?? " \(value)"
  }
}
