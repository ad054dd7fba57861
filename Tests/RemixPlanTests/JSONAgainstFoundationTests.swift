import Foundation
import RemixPlan
import Testing

@Suite("JSON reader against Foundation's")
struct JSONAgainstFoundationTests {
  @Test("reads random documents as Foundation does", arguments: 0..<400)
  func documents(seed: Int) throws {
    var writer = RandomJSON(seed: UInt64(seed))
    let text = writer.document()
    let ours = try JSONReader.read(Array(text.utf8))
    let theirs = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    #expect(same(ours, theirs), "\(text)")
  }

  @Test("refuses damaged documents exactly when Foundation does", arguments: 0..<3000)
  func damaged(seed: Int) throws {
    var writer = RandomJSON(seed: UInt64(seed) &+ 1_000_000)
    var bytes = Array(writer.document().utf8)
    for _ in 0...writer.number(below: 2) { writer.damage(&bytes) }
    // Foundation reads other encodings, which it guesses from zero bytes and marks.
    guard !bytes.contains(0), bytes.first.map({ $0 < 0x80 }) ?? true else { return }
    let theirs = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    let ours = try? JSONReader.read(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    // Foundation refuses numbers that no Double holds.
    if let ours, holdsInfinity(ours) { return }
    if let ours, let theirs {
      #expect(same(ours, theirs), "\(text)")
    } else {
      #expect((ours == nil) == (theirs == nil), "ours \(ours == nil ? "refuses" : "reads"): \(text)")
    }
  }

  private func holdsInfinity(_ value: JSONValue) -> Bool {
    switch value.content {
    case .number(let number): number.isInfinite
    case .array(let elements): elements.contains(where: holdsInfinity)
    case .object(let members): members.contains { holdsInfinity($0.value) }
    default: false
    }
  }

  private func same(_ ours: JSONValue, _ theirs: Any) -> Bool {
    switch ours.content {
    case .null:
      return theirs is NSNull
    case .boolean(let value):
      return (theirs as? NSNumber)?.boolValue == value
    case .number(let value):
      // Foundation's way over decimals costs it the last digit.
      return (theirs as? NSNumber).map { abs($0.doubleValue - value) <= 4 * value.ulp } ?? false
    case .string(let value):
      return (theirs as? String).map { Array($0.unicodeScalars) == Array(value.unicodeScalars) } ?? false
    case .array(let elements):
      guard let others = theirs as? [Any], others.count == elements.count else { return false }
      return zip(elements, others).allSatisfy(same)
    case .object(let members):
      guard let others = theirs as? [String: Any] else { return false }
      // Foundation keeps one of the keys that stand twice.
      return Set(members.map(\.key)) == Set(others.keys)
        && others.allSatisfy { key, other in members.contains { $0.key == key && same($0.value, other) } }
    }
  }
}
