import Control

/// A definition that clients have sent, as long as one may make synths of it or some live.
///
/// - Thread: confined to its server's.
final class SynthDefinition {
  let blueprint: SynthBlueprint
  /// Synths of it that have not come back from the audio thread.
  var nodes = 0
  var isInLibrary = true

  init(_ blueprint: SynthBlueprint) { self.blueprint = blueprint }

  var name: String { blueprint.def.name }
  var tag: UInt64 { blueprint.tag }
}
