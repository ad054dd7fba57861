/// Every case, family by family.
public enum NullCatalogue {
  public static let families: [(name: String, cases: [NullCase])] = [
    ("Envelopes and lines", EnvelopeCases.all),
    ("Filters", FilterCases.all),
    ("Noise", NoiseCases.all),
    ("Oscillators", OscillatorCases.all),
  ]

  public static var all: [NullCase] { families.flatMap(\.cases) }
}
