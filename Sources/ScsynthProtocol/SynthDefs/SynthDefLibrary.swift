import Control

/// The definitions that clients have sent, by name.
struct SynthDefLibrary {
  private var byName: [String: (definition: SynthDefinition, values: [Int: Float])] = [:]
  /// Those of which synths live, too.
  private var byTag: [UInt64: SynthDefinition] = [:]

  /// How many there are, variants counted.
  var count: Int { byName.count }

  subscript(name: String) -> (definition: SynthDefinition, values: [Int: Float])? { byName[name] }

  func definition(tag: UInt64) -> SynthDefinition? { byTag[tag] }

  /// Puts a definition in, in place of an earlier one of its name.
  mutating func add(_ blueprint: SynthBlueprint) {
    remove(blueprint.def.name)
    let definition = SynthDefinition(blueprint)
    byTag[definition.tag] = definition
    byName[definition.name] = (definition, [:])
    for variant in blueprint.def.variants {
      byName[variant.name] = (
        definition, Dictionary(uniqueKeysWithValues: variant.values.enumerated().map { ($0, $1) })
      )
    }
  }

  /// True when there was one.
  @discardableResult
  mutating func remove(_ name: String) -> Bool {
    guard let definition = byName.removeValue(forKey: name)?.definition else { return false }
    if definition.name == name {
      for variant in definition.blueprint.def.variants where byName[variant.name]?.definition === definition {
        byName[variant.name] = nil
      }
      definition.isInLibrary = false
      forget(definition)
    }
    return true
  }

  mutating func removeAll() {
    for name in Array(byName.keys) { remove(name) }
  }

  /// A synth has come back from the audio thread.
  mutating func giveBack(tag: UInt64) {
    guard let definition = byTag[tag] else { return }
    definition.nodes -= 1
    forget(definition)
  }

  private mutating func forget(_ definition: SynthDefinition) {
    if !definition.isInLibrary, definition.nodes <= 0 { byTag[definition.tag] = nil }
  }
}
