import RemixPlan
import Testing

@Suite("Commands at the prompt")
struct PlanCommandTests {
  @Test(
    "lines",
    arguments: [
      ("info", PlanCommand.info), ("  LIST ", .list), ("play 2", .play("2")), ("play  my verse \t", .play("my verse")),
      ("full", .full), ("stop", .stop), ("status", .status), ("help", .help), ("?", .help), ("quit", .quit),
      ("exit", .quit), ("", .nothing), (" \t ", .nothing),
    ])
  func lines(line: String, command: PlanCommand) {
    #expect(PlanCommand(line) == command)
  }

  @Test(
    "what is wrong is answered",
    arguments: [
      ("play", "which section"), ("dance", "no command 'dance'"), ("stop now", "leave out 'now'"),
      ("\u{1B}[2J", "no command '\\u{1b}[2j'"),
    ])
  func wrong(line: String, words: String) throws {
    guard case .unknown(let answer) = PlanCommand(line) else { throw NotRefused() }
    #expect(answer.contains(words))
  }

  @Test("completion of commands and of names")
  func completion() {
    let sections = ["00_intro", "01_verse", "02_verse"]
    #expect(PlanCompletion(of: "", sections: sections).candidates == PlanCommand.words)
    #expect(PlanCompletion(of: " st", sections: sections).candidates == ["stop", "status"])
    #expect(PlanCompletion(of: " st", sections: sections).common == "st")
    #expect(PlanCompletion(of: "FU", sections: sections).common == "full")
    #expect(PlanCompletion(of: "FU", sections: sections).replacing == 2)
    #expect(PlanCompletion(of: "play ", sections: sections).candidates == sections)
    #expect(PlanCompletion(of: "play 0", sections: sections).common == "0")
    #expect(PlanCompletion(of: "play  ver", sections: sections).candidates == ["01_verse", "02_verse"])
    #expect(PlanCompletion(of: "play ver", sections: sections).replacing == 3)
    #expect(PlanCompletion(of: "stop 0", sections: sections).candidates == [])
  }

  @Test("quantities for people")
  func quantities() {
    #expect(PlanText.time(67.26) == "1:07.3")
    #expect(PlanText.time(0) == "0:00.0")
    #expect(PlanText.time(59.96) == "1:00.0")
    #expect(PlanText.time(nil) == "?")
    #expect(PlanText.time(.nan) == "?")
    #expect(PlanText.number(140) == "140")
    #expect(PlanText.number(0.9790209790209791) == "0.9790")
    #expect(PlanText.number(-.infinity) == "-infinity")
    #expect(PlanText.decimals(-0.001, 2) == "0.00")
    #expect(PlanText.decimals(-1.5, 2) == "-1.50")
    #expect(PlanText.decibels(0.5) == "-6.0")
    #expect(PlanText.decibels(0) == "-inf")
    #expect(PlanText.decibels(.nan) == "-inf")
    #expect(PlanText.printable("a\u{1B}[2Jü") == "a\\u{1b}[2Jü")
  }

  struct NotRefused: Error {}
}
