/// What a person can ask for while a plan is open.
public enum PlanCommand: Sendable, Equatable {
  case info
  case list
  /// A section by its number or a part of its name.
  case play(String)
  case full
  case stop
  case status
  case help
  case quit
  /// An empty line.
  case nothing
  /// With the words to answer.
  case unknown(String)

  /// The words that a line can begin with.
  public static let words = ["info", "list", "play", "full", "stop", "status", "help", "quit"]

  /// Reads a line; case does not matter.
  public init(_ line: String) {
    let parts = line.split(maxSplits: 1, omittingEmptySubsequences: true) { $0.isWhitespace }
    guard let first = parts.first else {
      self = .nothing
      return
    }
    let argument = parts.count > 1 ? parts[1].trimmed : ""
    let command = Self.command(first.lowercased(), argument: argument)
    if !argument.isEmpty, case .play = command {
      self = command
    } else if !argument.isEmpty, Self.words.contains(first.lowercased()) {
      self = .unknown("'\(first.lowercased())' stands alone: leave out '\(PlanText.printable(argument))'")
    } else {
      self = command
    }
  }

  private static func command(_ word: String, argument: String) -> PlanCommand {
    switch word {
    case "info": .info
    case "list": .list
    case "play" where argument.isEmpty: .unknown("play which section? Give its number or a part of its name: play 2")
    case "play": .play(argument)
    case "full": .full
    case "stop": .stop
    case "status": .status
    case "help", "?": .help
    case "quit", "exit": .quit
    default: .unknown("there is no command '\(PlanText.printable(word))': type help")
    }
  }

  /// The commands, one a line.
  public static let reference = """
    info           the plan, with every problem in it
    list           the sections with their numbers
    play N|NAME    play a section over and over; NAME may be a part of its name
    full           play the whole plan
    stop           fade out
    status         what plays, and how the server is
    help           this list
    quit           stop and leave (also Ctrl-D); Ctrl-C stops what plays, and leaves when nothing does
    """
}
