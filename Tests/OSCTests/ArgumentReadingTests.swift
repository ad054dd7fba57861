import OSC
import Testing

@Suite("Arguments of careless clients")
struct ArgumentReadingTests {
  static let integers: [(OSCArgument, Int?)] = [
    (.int32(-7), -7), (.int64(1 << 40), 1 << 40), (.float32(1007.9), 1007), (.double(-1.5), -1), (.true, 1),
    (.false, 0), (.string("1007"), 1007), (.string(" +12\n"), 12), (.symbol("-3"), -3), (.string("1007.0"), 1007),
    (.string("1e3"), 1000), (.string(""), nil), (.string("12a"), nil), (.string("nan"), nil), (.string("inf"), nil),
    (.string("1e400"), nil), (.string("99999999999999999999"), nil), (.float32(.nan), nil),
    (.float32(.infinity), nil), (.double(-.infinity), nil), (.double(1e19), nil),
    (.double(-9_223_372_036_854_775_808), .min),
    (.double(9_223_372_036_854_775_808), nil), (.null, nil), (.impulse, nil), (.blob([1]), nil), (.array([1]), nil),
    (.timeTag(.immediately), nil), (.character("1"), nil),
  ]

  @Test(arguments: integers)
  func integer(argument: OSCArgument, expected: Int?) { #expect(argument.asInteger == expected) }

  static let numbers: [(OSCArgument, Double?)] = [
    (.int32(-7), -7), (.int64(1 << 40), 1_099_511_627_776), (.float32(0.5), 0.5), (.double(1e300), 1e300), (.true, 1),
    (.false, 0), (.string("0.979"), 0.979), (.symbol(" -1.5e2 "), -150), (.string("x"), nil), (.string(""), nil),
    (.float32(.infinity), .infinity), (.null, nil), (.blob([]), nil), (.array([]), nil),
  ]

  @Test(arguments: numbers)
  func number(argument: OSCArgument, expected: Double?) { #expect(argument.asNumber == expected) }

  @Test func aNumberMayBeNaN() {
    #expect(OSCArgument.float32(.nan).asNumber?.isNaN == true)
    #expect(OSCArgument.string("nan").asNumber?.isNaN == true)
  }

  @Test func text() {
    #expect(OSCArgument.string("a").asText == "a")
    #expect(OSCArgument.symbol("b").asText == "b")
    #expect(OSCArgument.int32(1).asText == nil)
  }

  @Test func theSmallestTypeThatHolds() {
    #expect(OSCArgument.integer(5) == .int32(5))
    #expect(OSCArgument.integer(1 << 31) == .int64(1 << 31))
    #expect(OSCArgument.bool(true) == .true)
  }

  @Test func floatsAreEqualByTheirBits() {
    #expect(OSCArgument.float32(.nan) == .float32(.nan))
    #expect(OSCArgument.double(.nan) == .double(.nan))
    #expect(OSCArgument.double(0) != .double(-0.0))
    #expect(OSCArgument.float32(1) != .double(1))
    #expect(OSCArgument.string("a") != .symbol("a"))
  }
}
