/// Every case, family by family.
public enum NullCatalogue {
  public static let families: [(name: String, cases: [NullCase])] = [
    ("Operators and arithmetic", ArithmeticCases.all),
    ("Buffers", BufferCases.all),
    ("Cascades", CascadeCases.all),
    ("Rate conversion", ConversionCases.all),
    ("Delays", DelayCases.all),
    ("Demand", DemandCases.all),
    ("Dynamics", DynamicsCases.all),
    ("Envelopes and lines", EnvelopeCases.all),
    ("Filters", FilterCases.all),
    ("Grains", GrainCases.all),
    ("In and out", InOutCases.all),
    ("Information", InformationCases.all),
    ("Noise", NoiseCases.all),
    ("Oscillators", OscillatorCases.all),
    ("Panning", PanningCases.all),
    ("Random numbers", RandomCases.all),
    ("Reverbs", ReverbCases.all),
    ("Spectral chains", SpectralCases.all),
    ("Triggers", TriggerCases.all),
  ]

  public static var all: [NullCase] { families.flatMap(\.cases) }
}
