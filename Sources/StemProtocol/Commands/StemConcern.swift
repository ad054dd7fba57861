/// Commands that belong together, as the reference groups them.
struct StemConcern: Sendable {
  let name: String
  let commands: [any StemCommand.Type]

  init(_ name: String, _ commands: [any StemCommand.Type]) {
    self.name = name
    self.commands = commands
  }
}
