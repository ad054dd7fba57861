import Render

/// What `/n_before` and `/n_after` have in common.
enum NodePair {
  /// Pairs that name what is not there are left out; of pairs in a row that move the same node the last counts.
  static func move(_ arguments: inout ScsynthArguments, _ action: AddAction, in moment: ScsynthMoment) {
    var pairs: [(node: Int32, target: Int32)] = []
    while !arguments.isAtEnd {
      let pair = (node: arguments.integer(), target: arguments.integer())
      if let last = pairs.last, last.node == pair.node { pairs.removeLast() }
      pairs.append(pair)
    }
    for pair in pairs {
      var command = RenderCommand(.moveNode, node: pair.node, index: action.rawValue)
      command.target = pair.target
      moment.add(command, tolerated: true)
    }
  }
}
