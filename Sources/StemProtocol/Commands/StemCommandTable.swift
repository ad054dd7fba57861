import OSC
import Spelling

/// Every command of the stem protocol.
public enum StemCommandTable {
  static let concerns: [StemConcern] = [
    StemConcern("Buffers", [FreeBuffer.self, LoadBuffer.self, MemoryCleanup.self, StemLoudness.self, Sync.self]),
    StemConcern(
      "Stems",
      [
        CueGo.self, CueSet.self, PlayStem.self, PlayStemSection.self, StemBPM.self, StemBand.self, StemEQ.self,
        StemFade.self,
        StemKeyLock.self, StemLoop.self, StemMute.self, StemPan.self, StemPitchShift.self, StemQuality.self,
        StemRate.self, StemSeek.self, StemSolo.self,
        StemVolume.self, StopStem.self,
      ]),
    StemConcern(
      "Decks and mixer",
      [
        CrossfadeLevels.self, CrossfaderAssign.self, CrossfaderCurve.self, CrossfaderMove.self, Cue.self, DeckEQ.self,
        DeckEQAll.self, DeckFilter.self, DeckKeyLock.self, DeckKnob.self, DeckLevel.self, DeckLevels.self,
        DeckPlay.self, DeckRate.self,
        DeckSeek.self, DeckStop.self, FadeDeck.self, GetDecks.self, Limiter.self, MixerCleanup.self, PlayOnDeck.self,
        StartCuedDecks.self, TestTone.self,
      ]),
    StemConcern(
      "Time",
      [
        At.self, Cancel.self, Clock.self, PrintClock.self, Quantize.self, RampStop.self, Reset.self, SetMeter.self,
        SetTempo.self, StartRamp.self,
      ]),
    StemConcern(
      "Recording and routing",
      [
        CueLevel.self, CueListen.self, CueMix.self, GetCue.self, GetRecordings.self, GetRoutes.self, RecordStart.self,
        RecordStop.self,
        Route.self,
      ]),
    StemConcern(
      "Status and notifications",
      [
        GetBuffers.self, GetHistogram.self, GetMeters.self, GetStatus.self, GetStems.self, MeasuredLoudness.self,
        Notify.self, Version.self,
      ]),
  ]

  static let commands = concerns.flatMap(\.commands)

  private static let byAddress = Dictionary(
    commands.map { ($0.specification.address, $0) }, uniquingKeysWith: { first, _ in first })

  public static var specifications: [StemCommandSpecification] { commands.map { $0.specification } }

  /// The commands that an address means: one, or with a pattern all that it fits.
  static func commands(for address: String) -> [any StemCommand.Type] {
    if let command = byAddress[address] { return [command] }
    guard OSCAddressPattern.isPattern(address) else { return [] }
    let pattern = OSCAddressPattern(address)
    return commands.filter { pattern.matches($0.specification.address) }
  }

  /// The command of exactly this address.
  static func command(at address: String) -> (any StemCommand.Type)? { byAddress[address] }

  /// The command whose address is most like this one, for who mistyped it.
  static func nearest(to address: String) -> String? {
    let near = commands.map {
      ($0.specification.address, EditDistance.between(Array(address), Array($0.specification.address)))
    }
    .min { $0.1 < $1.1 }
    guard let near, near.1 <= 3 else { return nil }
    return near.0
  }
}
