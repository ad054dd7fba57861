import OSC
import Spelling

/// Every command of the stem protocol.
public enum StemCommandTable {
  static let commands: [any StemCommand.Type] = [
    At.self, Cancel.self, Clock.self, CrossfadeLevels.self, FreeBuffer.self, GetStatus.self, GetStems.self,
    LoadBuffer.self, MemoryCleanup.self, MixerCleanup.self, PlayStem.self, PlayStemSection.self, StemFade.self,
    StemVolume.self, StopStem.self, Sync.self, TestTone.self, Version.self,
  ]

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
