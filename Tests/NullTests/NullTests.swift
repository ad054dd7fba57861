import NullTest
import RealTime
import Testing

/// Our units against scsynth's, in the same run.
@Suite struct NullTests {
  @Test(arguments: NullCatalogue.families.map(\.name)) func soundsAsThePeer(family: String) throws {
    let peer = try #require(PeerServer.scsynth, "scsynth is not installed: Scripts/bootstrap.sh test")
    let cases = try #require(NullCatalogue.families.first { $0.name == family }).cases
    for outcome in try NullTest(peer: peer).run(cases) {
      #expect(outcome.failure == nil, "\(outcome.nullCase.name)")
    }
  }

  /// The test can fail: a unit that is another one is found out.
  @Test func findsADifference() throws {
    let peer = try #require(PeerServer.scsynth)
    let wrong = NullCase("SinOsc", .audio, "unlike itself") { graph in
      [graph.unit("WhiteNoise", .audio, [])[0]]
    }
    let other = NullTest(peer: peer)
    let same = try other.run([wrong])
    #expect(same.first?.failure == nil)
    let outcome = NullOutcome.comparing(wrong, ours: [[0, 0.5, 1]], peers: [[0, 0.5, 1.001]])
    #expect(outcome.failure != nil && outcome.worstFrame == 2)
  }
}
