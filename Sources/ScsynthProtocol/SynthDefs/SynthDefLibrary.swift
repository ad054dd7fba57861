import Control

/// The definitions that clients have sent, by name; variants are definitions, too.
struct SynthDefLibrary {
  private var byName: [String: SynthDefinition] = [:]
  /// Those of which synths live, too.
  private var byTag: [UInt64: SynthDefinition] = [:]
  /// Names of definitions that are gone for good, to be told.
  private var forgotten: [String] = []

  /// How many there are, variants counted.
  var count: Int { byName.count }

  subscript(name: String) -> SynthDefinition? { byName[name] }

  func definition(tag: UInt64) -> SynthDefinition? { byTag[tag] }

  /// Puts a definition in, in place of an earlier one of its name.
  mutating func add(_ blueprint: SynthBlueprint) {
    remove(blueprint.def.name)
    insert(SynthDefinition(blueprint))
    for variant in blueprint.def.variants { insert(SynthDefinition(blueprint, variant)) }
  }

  private mutating func insert(_ definition: SynthDefinition) {
    byTag[definition.tag] = definition
    byName[definition.name] = definition
  }

  mutating func remove(_ name: String) {
    guard let definition = byName[name] else { return }
    take(definition, isTold: true)
    for variant in definition.blueprint.def.variants where definition.tag == definition.blueprint.tag {
      if let found = byName[variant.name], found.blueprint.tag == definition.tag { take(found, isTold: false) }
    }
  }

  mutating func removeAll() {
    for definition in Array(byName.values) { take(definition, isTold: false) }
  }

  private mutating func take(_ definition: SynthDefinition, isTold: Bool) {
    byName[definition.name] = nil
    definition.isInLibrary = false
    forget(definition, isTold: isTold)
  }

  /// A synth has come back from the audio thread.
  mutating func giveBack(tag: UInt64) {
    guard let definition = byTag[tag] else { return }
    definition.nodes -= 1
    forget(definition, isTold: true)
  }

  private mutating func forget(_ definition: SynthDefinition, isTold: Bool) {
    guard !definition.isInLibrary, definition.nodes <= 0 else { return }
    byTag[definition.tag] = nil
    if isTold { forgotten.append(definition.name) }
  }

  /// Names that have not been told yet.
  mutating func takeForgotten() -> [String] {
    defer { forgotten = [] }
    return forgotten
  }
}
