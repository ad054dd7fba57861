import OSC
import TestRandomness
import Testing

@Suite("Time tags")
struct TimeTagTests {
  @Test func zeroAndOneMeanAtOnce() {
    #expect(OSCTimeTag(rawValue: 0).isImmediate)
    #expect(OSCTimeTag.immediately.isImmediate)
    #expect(!OSCTimeTag(rawValue: 2).isImmediate)
    #expect(OSCTimeTag.immediately.description == "@immediately")
  }

  @Test func theUnixEpoch() {
    let tag = OSCTimeTag(secondsSince1970: 0.25)
    #expect(tag == OSCTimeTag(seconds: 2_208_988_800, fraction: 1 << 30))
    #expect(tag.secondsSince1970 == 0.25)
    #expect(tag.description == "@2208988800.250000")
    #expect(OSCTimeTag(seconds: 5, fraction: 4295).description == "@5.000001")
  }

  @Test func whatNTPCannotHoldIsClamped() {
    #expect(OSCTimeTag(secondsSince1970: -.infinity).rawValue == 0)
    #expect(OSCTimeTag(secondsSince1970: -1e300).rawValue == 0)
    #expect(OSCTimeTag(secondsSince1970: 1e300).rawValue >> 32 == UInt64(UInt32.max))
    #expect(OSCTimeTag(secondsSince1970: .nan).isImmediate)
  }

  @Test func differencesAndSums() {
    var random = SplitMix(seed: 1)
    for _ in 0..<1000 {
      let tag = OSCTimeTag(secondsSince1970: Double.random(in: 0..<2e9, using: &random))
      let seconds = Double.random(in: -1000..<1000, using: &random)
      let later = tag.advanced(bySeconds: seconds)
      #expect(abs(later.seconds(since: tag) - seconds) < 1e-9)
      #expect((later > tag) == (later.seconds(since: tag) > 0))
    }
    let last = OSCTimeTag(rawValue: .max)
    #expect(last.advanced(bySeconds: 2).seconds(since: last) == 2)
    #expect(!last.advanced(bySeconds: 1.0 / 4_294_967_296).isImmediate)
    #expect(last.advanced(bySeconds: .nan) == last)
    #expect(last.advanced(bySeconds: 1e300).seconds(since: last) > 2e9)
    #expect(last.advanced(bySeconds: -1e300).seconds(since: last) < -2e9)
  }
}
