import Foundation
import RemixPlan
import Testing

@Suite("JSON reader")
struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

  @Test("keeps the order of keys, and the place of each")
  func order() throws {
    let value = try read("{\"b\": 1,\n  \"a\": [true, null],\n\t\"ü\": {}, \"c\": \"x\"}")
    guard case .object(let members) = value.content else { throw Unexpected() }
    #expect(members.map(\.key) == ["b", "a", "ü", "c"])
    #expect(
      members.map(\.place) == [
        .init(line: 1, column: 2), .init(line: 2, column: 3), .init(line: 3, column: 2), .init(line: 3, column: 11),
      ])
    guard case .array(let elements) = members[1].value.content else { throw Unexpected() }
    #expect(elements.map(\.place) == [JSONPlace(line: 2, column: 9), JSONPlace(line: 2, column: 15)])
  }

  @Test("keeps keys that stand twice")
  func repeated() throws {
    guard case .object(let members) = try read("{\"a\":1,\"a\":2}").content else { throw Unexpected() }
    #expect(members.map(\.key) == ["a", "a"])
  }

  @Test("tolerates a byte order mark, and columns do not count it")
  func mark() throws {
    let value = try JSONReader.read([0xEF, 0xBB, 0xBF] + Array("7".utf8))
    #expect(value == JSONValue(.number(7), at: .start))
  }

  @Test(
    "says what is wrong, and where",
    arguments: [
      ("", 1, 1, "expected a value"), ("{\n  \"a\": 1\n  \"b\": 2}", 3, 3, "expected ',' or '}'"),
      ("{\"a\": 1,}", 1, 8, "leave it out"), ("[1,\n]", 1, 3, "leave it out"), ("{a: 1}", 1, 2, "double quotes"),
      ("[1] 2", 1, 5, "end of the text"), ("{\"a\" 1}", 1, 6, "expected ':'"), ("[01]", 1, 3, "needless zero"),
      ("\"a", 1, 1, "no closing quote"), ("[\"\\q\"]", 1, 3, "cannot stand before 'q'"),
      ("tru", 1, 1, "expected a value"),
      ("[1.]", 1, 4, "expected a digit"), ("[-]", 1, 3, "expected a digit"), ("[1e]", 1, 4, "expected a digit"),
      ("[\"\u{9}\"]", 1, 3, "U+0009"), ("\"\\ud800\"", 1, 2, "surrogate"), ("\"\\u12g4\"", 1, 6, "hexadecimal"),
    ])
  func errors(text: String, line: Int, column: Int, words: String) throws {
    let error = try #require(throws: JSONSyntaxError.self) { try read(text) }
    #expect(error.place == JSONPlace(line: line, column: column))
    #expect(error.description.contains(words))
  }

  @Test("refuses what is no UTF-8")
  func encoding() throws {
    #expect(throws: JSONSyntaxError.self) { try JSONReader.read([0x22, 0xC3, 0x28, 0x22]) }
    #expect(throws: JSONSyntaxError.self) { try JSONReader.read([0x22, 0xED, 0xA0, 0x80, 0x22]) }
    let error = try #require(throws: JSONSyntaxError.self) { try JSONReader.read([0xFF, 0xFE, 0x7B, 0]) }
    #expect(error.description.contains("UTF-16"))
  }

  @Test("bounds nesting, however deep the text")
  func depth() throws {
    let deepest = JSONReader.deepestNesting
    let fits = String(repeating: "[", count: deepest) + String(repeating: "]", count: deepest)
    #expect(throws: Never.self) { try read(fits) }
    let error = try #require(throws: JSONSyntaxError.self) { try read(String(repeating: "[", count: 1_000_000)) }
    #expect(error.description.contains("deeper than \(deepest)"))
    #expect(throws: JSONSyntaxError.self) { try read(String(repeating: "{\"a\":", count: 1_000_000)) }
  }

  @Test("a document on one line is read in a time that grows with its length alone")
  func oneLine() throws {
    let text = "[" + Array(repeating: "{\"key\":\"value\"}", count: 50_000).joined(separator: ",") + "]"
    guard case .array(let elements) = try read(text).content else { throw Unexpected() }
    #expect(elements.last?.place == JSONPlace(line: 1, column: text.utf8.count - 15))
  }

  struct Unexpected: Error {}
}
