public import RealTime

/// Every unit of this build, by name.
public enum UnitCatalogue {
  /// Which processor this build is for, as `syrinx devices -v` says it.
  public static var build: String {
    #if V3
    "x86-64-v3 (AVX2, FMA)"
    #elseif arch(x86_64)
    "x86-64 baseline (SSE2)"
    #elseif arch(arm64)
    "arm64 (NEON)"
    #else
    "portable"
    #endif
  }

  /// Each family lists its own, in `Catalogue`.
  public static let units = UnitDescriptor.joined([
    ArithmeticUnits.units,
    BufferUnits.units,
    ConversionUnits.units,
    DelayUnits.units,
    DemandUnits.units,
    DynamicsUnits.units,
    EnvelopeUnits.units,
    FilterUnits.units,
    GrainUnits.units,
    InOutUnits.units,
    InformationUnits.units,
    InstrumentUnits.units,
    MixerUnits.units,
    NoiseUnits.units,
    OscillatorUnits.units,
    PanningUnits.units,
    PlayerUnits.units,
    RandomUnits.units,
    ReverbUnits.units,
    SpectralUnits.units,
    TriggerUnits.units,
  ])
}
