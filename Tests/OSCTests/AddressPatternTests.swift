import OSC
import TestRandomness
import Testing

@Suite("Address patterns")
struct AddressPatternTests {
  static let table: [(String, matches: [String], not: [String])] = [
    ("/a", ["/a"], ["/", "/b", "/aa", "/a/", "a", ""]),
    ("/a?c", ["/abc", "/aéc"], ["/ac", "/a/c", "/abbc"]),
    ("/stem_*", ["/stem_volume", "/stem_"], ["/stem", "/stem_/x", "/stem_volume/x"]),
    ("/*", ["/", "/a", "/abc"], ["/a/b", ""]),
    ("/*/b", ["/a/b", "//b"], ["/b", "/a/c/b"]),
    ("/a*b*c", ["/abc", "/aXbYc", "/abbcc"], ["/ab", "/acb", "/a/bc"]),
    ("/**", ["/", "/abc"], ["/a/b"]),
    ("/[a-c]", ["/a", "/b", "/c"], ["/d", "/", "/ab"]),
    ("/[c-a]", ["/b"], ["/d"]),
    ("/[abx-z]", ["/a", "/b", "/y"], ["/c", "/-"]),
    ("/[a-]", ["/a", "/-"], ["/b"]),
    ("/[-a]", ["/a", "/-"], ["/b"]),
    ("/[!a-c]", ["/d", "/-"], ["/a", "/b", "/", "//"]),
    ("/[a!]", ["/a", "/!"], ["/b"]),
    ("/[*?{,}]", ["/*", "/?", "/{", "/,"], ["/a"]),
    ("/[+-9]", ["/5", "/."], ["//"]),
    ("/{low,mid,high}", ["/low", "/mid", "/high"], ["/lo", "/lowmid", "/", "/{low,mid,high}"]),
    ("/{a,}b", ["/ab", "/b"], ["/aab", "/a"]),
    ("/{a,ab}c", ["/ac", "/abc"], ["/c", "/aabc"]),
    ("/{}x", ["/x"], ["/{}x"]),
    ("/{deck,stem_*,[xy]}/z", ["/deck/z", "/stem_1/z", "/stem_/z", "/x/z"], ["/decks/z", "/stem_1/2/z", "/z"]),
    ("/a,b", ["/a,b"], ["/a", "/b"]),
    ("//c", ["/c", "/a/c", "/a/b/c"], ["/cc", "/a/b", "c", "/a/c/"]),
    ("/a//c", ["/a/c", "/a/b/c", "/a/b/b/c"], ["/ac", "/b/c", "/a/bc"]),
    ("/a//", ["/a/", "/a/b", "/a/b/c"], ["/a", "/ab"]),
    ("///c", ["/c", "/a/c"], ["c"]),
    ("//*_volume", ["/stem_volume", "/x/deck_volume", "/_volume"], ["/stem_volume/x"]),
    ("//", ["/", "/a", "/a/b"], [""]),
    ("/deck_?/{eq,filter}[0-9]*", ["/deck_a/eq1", "/deck_b/filter9x"], ["/deck_a/eq", "/deck_/eq1"]),
  ]

  @Test(arguments: table)
  func matching(pattern: String, matches: [String], not: [String]) {
    let compiled = OSCAddressPattern(pattern)
    #expect(compiled.isWellFormed)
    for address in matches { #expect(compiled.matches(address), "\(pattern) \(address)") }
    for address in not { #expect(!compiled.matches(address), "\(pattern) \(address)") }
  }

  @Test(arguments: [
    "", "a", "*", "/[", "/]", "/a]", "/[]", "/[!]", "/[a", "/{", "/}", "/{a", "/a}", "/{a,{b}}", "/{a,[}", "/[a/b]",
    "/{a/b,c}", "/{a,b", "/[!", "/{]}", "/" + String(repeating: "*", count: OSCAddressPattern.longest),
  ])
  func whatIsMalformedMatchesNothing(pattern: String) {
    let compiled = OSCAddressPattern(pattern)
    #expect(!compiled.isWellFormed)
    for address in ["", "/", "/a", "/b", "a", pattern] { #expect(!compiled.matches(address)) }
  }

  @Test func isPattern() {
    for plain in ["/a", "/load_buffer", "/a/b", "/a,b", "/", "", "/a-b!"] {
      #expect(!OSCAddressPattern.isPattern(plain))
    }
    for pattern in ["/a*", "/?", "/[a]", "/{a}", "/a//b", "//a", "/a]", "/}"] {
      #expect(OSCAddressPattern.isPattern(pattern))
    }
  }

  @Test func everyPlainAddressMatchesItself() {
    var packets = RandomPackets(seed: 11)
    for _ in 0..<2000 {
      let address = "/" + packets.text()
      if !OSCAddressPattern.isPattern(address) { #expect(OSCAddressPattern(address).matches(address)) }
    }
  }

  /// A matcher that backtracks would need longer than the universe has had.
  @Test func hostilePatternsAreLinear() {
    let address = "/" + String(repeating: "a", count: 2000)
    for part in ["*a", "{a,aa}", "{*,a}", "[!b]*", "*{,a}"] {
      let pattern = "/" + String(repeating: part, count: 4000 / (part.utf8.count)) + "b"
      #expect(!OSCAddressPattern(pattern).matches(address))
    }
    #expect(
      !OSCAddressPattern(String(repeating: "//a", count: 1300)).matches(String(repeating: "/a", count: 1000) + "/b"))
  }

  @Test func randomPatternsDoNotCrash() {
    let alphabet = Array("/ab*?[]{},!-")
    var random = SplitMix(seed: 12)
    func text(_ length: Int) -> String {
      String((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
    }
    for _ in 0..<20_000 {
      let pattern = OSCAddressPattern("/" + text(Int.random(in: 0..<12, using: &random)))
      let matched = pattern.matches("/" + text(Int.random(in: 0..<6, using: &random)))
      #expect(!matched || pattern.isWellFormed)
    }
  }
}
