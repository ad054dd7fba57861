import RealTime

/// What makes a vowel: the resonances of the mouth that shapes it, in order of pitch; the last three lanes are silent.
struct Vowel {
  /// In hertz.
  let pitches: Lanes
  /// One over Q.
  let dampings: Lanes
  let gains: Lanes

  /// Vowels by number: 0 u, 1 o, 2 a, 3 e, 4 i.
  ///
  /// - size: 1 is a woman's mouth, 0.85 about a man's.
  /// - Source: the lower three pitches are women's averages in G. Peterson and H. Barney, "Control methods used in a
  ///   study of the vowels", JASA 24, 1952.
  init(_ number: Float, size: Float) {
    let lower: (Float, Float, Float)
    let gains: (Float, Float, Float)
    switch number {
    case ..<0.5: (lower, gains) = ((370, 950, 2670), (1, 0.38, 0.17))
    case ..<1.5: (lower, gains) = ((590, 920, 2710), (1, 0.58, 0.24))
    case ..<2.5: (lower, gains) = ((850, 1220, 2810), (1, 0.75, 0.46))
    case ..<3.5: (lower, gains) = ((610, 2330, 2990), (1, 0.45, 0.44))
    default: (lower, gains) = ((310, 2790, 3310), (1, 0.34, 0.3))
    }
    pitches = Lanes(lower.0, lower.1, lower.2, 4100, 5000, 6000, 6000, 6000) * size
    let widths = Lanes(95, 110, 150, 220, 300, 300, 300, 300)
    dampings = widths / pitches
    // Neighbours of opposite sign do not cancel between their peaks.
    self.gains = Lanes(gains.0, -gains.1, gains.2, -0.26, 0.12, 0, 0, 0)
  }
}
