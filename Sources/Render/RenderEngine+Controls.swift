import RealTime

/// Controls of synths: set, mapped to buses, read.
extension RenderEngine {
  func setControl(_ command: UnsafeMutablePointer<RenderCommand>, _ offset: Int) -> RenderFailure {
    guard let node = tree.find(command.pointee.node) else { return .noSuchNode }
    let index = command.pointee.index
    guard let controls = node.pointee.controls, index >= 0, index < node.pointee.controlCount else {
      return .noSuchControl
    }
    // A node that renders nothing in this block has no frame at which the change could fall.
    let isHeard = node.pointee.isRunning && offset > 0
    controls[Int(index)].set(command.pointee.value, fromFrame: isHeard ? offset : 0)
    if controls[Int(index)].isAudioRate { node.pointee.controlsChange = true }
    return .none
  }

  /// Sets or maps controls of a synth, or of all synths below a group. Those that a synth does not have are left out.
  func changeControls(_ command: UnsafeMutablePointer<RenderCommand>) -> RenderFailure {
    guard let node = tree.find(command.pointee.node) else { return .noSuchNode }
    guard node.pointee.isGroup else {
      change(node, command)
      return .none
    }
    var next = node.pointee.firstChild
    while let one = next {
      if !one.pointee.isGroup { change(one, command) }
      next = tree.following(one, within: node)
    }
    return .none
  }

  private func change(_ node: Node.Pointer, _ command: UnsafeMutablePointer<RenderCommand>) {
    guard let controls = node.pointee.controls, let named = namedControls(of: node, command) else { return }
    let values = UnsafePointer<Float>(bitPattern: command.pointee.pointer)
    let isMap = command.pointee.kind == .mapControls
    var at = 0
    while at < command.pointee.count {
      let index = named.first &+ at
      if named.holds(index) {
        if isMap {
          map(node, controls + index, command.pointee.target, at, isAudio: command.pointee.flag)
        } else {
          let value = values.map { $0[at] } ?? command.pointee.value
          set(node, controls + index, value)
        }
      }
      at &+= 1
    }
  }

  /// The control at which a command begins, and those that it may reach: by name no more than bear it.
  private struct NamedControls {
    var first: Int
    var low = 0
    var end: Int

    @inline(__always)
    func holds(_ index: Int) -> Bool { index >= low && index < end }
  }

  private func namedControls(of node: Node.Pointer, _ command: UnsafeMutablePointer<RenderCommand>) -> NamedControls? {
    guard command.pointee.name != 0 else {
      return NamedControls(first: Int(command.pointee.index), end: Int(node.pointee.controlCount))
    }
    guard let names = node.pointee.controlNames else { return nil }
    var at = 0
    while at < Int(node.pointee.controlNameCount) {
      if names[at].hash == command.pointee.name {
        let first = Int(names[at].index)
        return NamedControls(first: first &+ Int(command.pointee.index), low: first, end: first &+ Int(names[at].count))
      }
      at &+= 1
    }
    return nil
  }

  private func set(_ node: Node.Pointer, _ control: UnsafeMutablePointer<ControlSlot>, _ value: Float) {
    if control.pointee.behaviour == .isFixed, node.pointee.hasRun {
      control.pointee.setting = value
      control.pointee.source = .own
    } else {
      control.pointee.set(value, fromFrame: 0)
    }
  }

  private func map(
    _ node: Node.Pointer, _ control: UnsafeMutablePointer<ControlSlot>, _ firstBus: Int32, _ at: Int, isAudio: Bool
  ) {
    guard firstBus >= 0 else {
      set(node, control, control.pointee.setting)
      return
    }
    let bus = Int(firstBus) &+ at
    guard bus < (isAudio ? context.audioBusCount : context.controlBusCount) else { return }
    control.pointee.bus = Int32(truncatingIfNeeded: bus)
    control.pointee.source = isAudio ? .audioBus : .controlBus
    control.pointee.wasHeard = false
    node.pointee.hasMaps = true
  }

  func readControls(_ command: UnsafeMutablePointer<RenderCommand>) -> RenderFailure {
    guard let node = tree.find(command.pointee.node), !node.pointee.isGroup else { return .noSuchNode }
    guard let values = UnsafeMutablePointer<Float>(bitPattern: command.pointee.pointer) else { return .none }
    let named = namedControls(of: node, command)
    var at = 0
    while at < command.pointee.count {
      let index = (named?.first ?? 0) &+ at
      let isThere = named?.holds(index) ?? false
      values[at] = isThere ? node.pointee.controls.unsafelyUnwrapped[index].setting : 0
      at &+= 1
    }
    return .none
  }

  // MARK: - Around a block

  /// Takes the values of mapped controls from their buses.
  func fetchControls(_ node: Node.Pointer, isFirst: Bool) {
    guard let controls = node.pointee.controls else { return }
    var index = 0
    while index < Int(node.pointee.controlCount) {
      if controls[index].source != .own, isFirst || controls[index].behaviour != .isFixed {
        controls[index].fetch(context, isFirst: isFirst)
      }
      index &+= 1
    }
  }

  /// What trigger controls show while a synth starts: nothing yet.
  func holdTriggers(_ node: Node.Pointer, back: Bool) {
    guard let controls = node.pointee.controls else { return }
    var index = 0
    while index < Int(node.pointee.controlCount) {
      if controls[index].behaviour == .triggers, controls[index].source == .own {
        controls[index].values.pointee = back ? controls[index].setting : 0
      }
      index &+= 1
    }
  }

  /// Trigger controls are back at zero after a block.
  func resetTriggers(_ node: Node.Pointer) {
    guard let controls = node.pointee.controls else { return }
    var index = 0
    while index < Int(node.pointee.controlCount) {
      if controls[index].behaviour == .triggers {
        controls[index].setting = 0
        controls[index].values.pointee = 0
      }
      index &+= 1
    }
  }
}
