import OSC

extension StemParameter {
  /// How the positions before it are meant.
  static func unit(standard: StemPosition.Unit = .seconds) -> StemParameter {
    StemParameter(
      "unit", .word(StemPosition.Unit.allCases.map(\.rawValue)), standard: .text(standard.rawValue), meaning)
  }

  /// The same behind the arguments of the original commands, whose clients send whatever they like there.
  static let lenientUnit = StemParameter(
    "unit", .rest, standard: .text(StemPosition.Unit.fraction.rawValue), meaning + "; anything else is ignored")

  private static let meaning =
    "of the position: seconds; fraction, 0 to 1; or beats from the file's first beat, where its tempo is known (/stem_bpm)"
}

extension StemArguments {
  private var unit: StemPosition.Unit {
    if let word = text("unit") { return StemPosition.Unit(rawValue: word) ?? .seconds }
    return rest.first?.asText.flatMap(StemPosition.Unit.init) ?? .fraction
  }

  /// A position in a stem's file, in the unit that the arguments tell.
  ///
  /// - Parameter stem: nil for one that is not there, of which nothing is known.
  func position(_ name: String, of stem: Stem?, on server: StemServer) throws(StemFailure) -> StemPosition {
    let number = number(name)
    let about = stem.map { [$0.id] } ?? []
    func refuse(_ reason: String) -> StemFailure { StemFailure(reason, about: about.map { .integer($0) }) }
    switch unit {
    case .fraction:
      guard (0...1).contains(number) else { throw refuse("\(name) must be 0 to 1, got \(Self.text(number))") }
      return .fraction(number)
    case .seconds:
      guard number >= 0 else { throw refuse("\(name) must be 0 seconds or more, got \(Self.text(number))") }
      try check(name, seconds: number, of: stem)
      return .seconds(number)
    case .beats:
      guard let tempo = stem.flatMap({ server.tempo(of: $0) }) else {
        throw refuse("\(name) is in beats, but the stem's tempo is not known: tell it first (/stem_bpm)")
      }
      let seconds = tempo.seconds(ofBeat: number)
      guard seconds >= 0 else {
        throw refuse("\(name) is beat \(Self.text(number)), which lies before the file's beginning")
      }
      try check(name, seconds: seconds, of: stem)
      return .seconds(seconds)
    }
  }

  private func check(_ name: String, seconds: Double, of stem: Stem?) throws(StemFailure) {
    guard let stem, let buffer = stem.load?.buffer ?? (stem.load == nil ? stem.buffer : nil) else { return }
    guard seconds <= buffer.seconds else {
      throw StemFailure(
        "\(name) is at \(seconds) s, behind the end of the file (\(buffer.seconds) s)", stem: stem.id)
    }
  }
}
