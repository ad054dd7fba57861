import Foundation
import NullTest

// peers [UNIT …] [--own PROGRAM] [--page FILE] [--baseline] [--speed] [--pattern TEXT]
//
// Renders the null-test cases of all units, or of those named, through scsynth and through our engine (or PROGRAM), and
// lists what differs. Ends with 1 when a case does not hold. With --speed it lists what the units cost both programs instead,
// slowest last (PROGRAM is then the scsynth beside this one): of the first case of each, or of all cases that have TEXT in
// their names.
var words = ArgumentList(CommandLine.arguments.dropFirst())
let own = words.take(option: "--own").map { PeerServer(path: $0) }
let page = words.take(option: "--page")
let isSpeed = words.take(flag: "--speed")
let pattern = words.take(option: "--pattern")
let isBaseline = words.take(flag: "--baseline")
guard let peer = PeerServer.scsynth else {
  print("scsynth is not installed: Scripts/bootstrap.sh test")
  exit(2)
}
if isSpeed {
  let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
  do {
    let report = SpeedReport(own: own ?? PeerServer(path: folder.appendingPathComponent("scsynth").path), peer: peer)
    let rows = try report.rows(Set(words.rest), pattern: pattern) { print($0.text) }
    print("\nslower than scsynth:")
    for row in rows.reversed() where row.ratio > 1 { print(row.text) }
    exit(0)
  } catch {
    print("\(error)")
    exit(2)
  }
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
