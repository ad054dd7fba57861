import OSC
import Testing

/// Filters that die away come to rest: no denormal number lives in them or comes out, which would cost a hundred times the
/// time.
@Suite struct DenormalTests {
  @Test(arguments: [false, true]) func filtersComeToRest(baseline: Bool) throws {
    let rig = try StemRig(baseline: baseline)
    rig.send("/limiter", "off")
    rig.send("/deck_eq_all", "A", 30, 70, 40)
    rig.send("/deck_knob", "A", -0.4, 0.9)
    rig.send("/stem_eq", 1, 70, 30, 60)
    try rig.load(.noise(2000, seed: 17), into: 1)
    rig.send("/play_stem", 1, 0.7, 1, 0)
    rig.render(10 * 44_100)
    #expect(rig.left.contains { abs($0) > 0.1 })
    #expect(rig.left.allSatisfy { !$0.isSubnormal } && rig.right.allSatisfy { !$0.isSubnormal })
    let rest = rig.left.suffix(4410).reduce(0) { max($0, abs($1)) }
    #expect(rest < 1e-30, "\(rest)")
  }

  /// Files may hold them: they are silence.
  @Test func filesThatHoldThem() throws {
    let rig = try StemRig()
    rig.send("/limiter", "off")
    try rig.load(.constant(1e-39, frames: 10_000), into: 1)
    rig.send("/play_stem", 1, 1.06, 0.5)
    rig.render(8820)
    #expect(rig.left.allSatisfy { $0 == 0 })
  }
}
