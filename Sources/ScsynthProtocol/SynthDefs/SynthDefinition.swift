import Control

/// A definition that clients have sent, or a variant of one, as long as one may make synths of it or some live.
///
/// - Thread: confined to its server's.
final class SynthDefinition {
  /// With the variant's part.
  let name: String
  let blueprint: SynthBlueprint
  /// What its synths are known by.
  let tag: UInt64
  /// Standards of its own, by control.
  let values: [Int: Float]
  /// Synths of it that have not come back from the audio thread.
  var nodes = 0
  var isInLibrary = true

  init(_ blueprint: SynthBlueprint) {
    name = blueprint.def.name
    self.blueprint = blueprint
    tag = blueprint.tag
    values = [:]
  }

  init(_ blueprint: SynthBlueprint, _ variant: SynthDef.Variant) {
    name = variant.name
    self.blueprint = blueprint
    tag = SynthBlueprint.newTag()
    values = Dictionary(uniqueKeysWithValues: variant.values.enumerated().map { ($0, $1) })
  }
}
