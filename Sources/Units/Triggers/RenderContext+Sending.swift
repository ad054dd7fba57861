import RealTime

/// What units tell clients.
extension RenderContext {
  /// `/tr`, from the running node.
  @inline(__always)
  func sendTrigger(_ id: Int32, _ value: Float) {
    send(.trigger, node) { words in
      words.append(id)
      words.append(value)
    }
  }

  /// A line that says what a signal is.
  ///
  /// - Parameters:
  ///   - label: the number of the input that holds the label's length; its letters are the inputs behind it.
  ///   - frame: the frame of the block, from 0; −1: not told.
  @inline(__always)
  func sendValue(_ value: Float, _ wires: Wires, label: Int, inputCount: Int, frame: Int32) {
    let length = Letters.count(wires, label, inputCount)
    send(.value, node) { words in
      words.append(value)
      words.append(frame)
      words.append(Int32(length))
      Letters.append(wires, from: label + 1, length, to: &words)
    }
  }
}
