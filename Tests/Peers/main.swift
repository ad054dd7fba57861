import Foundation
import NullTest

// peers [UNIT …] [--own PROGRAM] [--page FILE] [--baseline]
//
// Renders the null-test cases of all units, or of those named, through scsynth and through our engine (or PROGRAM), and
// lists what differs. Ends with 1 when a case does not hold.
var words = ArgumentList(CommandLine.arguments.dropFirst())
let own = words.take(option: "--own").map { PeerServer(path: $0) }
let page = words.take(option: "--page")
let isBaseline = words.take(flag: "--baseline")
guard let peer = PeerServer.scsynth else {
  print("scsynth is not installed: Scripts/bootstrap.sh test")
  exit(2)
}
do {
  let report = try NullReport(NullTest(peer: peer, own: own, baseline: isBaseline), units: Set(words.rest))
  print(report.text)
  if let page { try Data(report.page.utf8).write(to: URL(fileURLWithPath: page)) }
  exit(report.failures.isEmpty ? 0 : 1)
} catch {
  print("\(error)")
  exit(2)
}
