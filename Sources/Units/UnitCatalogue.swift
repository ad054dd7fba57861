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

  public static let units: [UnitDescriptor] = [
    BassVoice.descriptor,
    DeckStrip.descriptor,
    Echo.descriptor,
    ElectricPiano.descriptor,
    HiHat.descriptor,
    In.descriptor,
    KickDrum.descriptor,
    LeadVoice.descriptor,
    Line.descriptor,
    MasterStrip.descriptor,
    Out.descriptor,
    PadVoice.descriptor,
    Placement.descriptor,
    PluckVoice.descriptor,
    Riser.descriptor,
    Room.descriptor,
    Saturation.descriptor,
    SinOsc.descriptor,
    SnareDrum.descriptor,
    StemPlayer.descriptor,
    Tone.descriptor,
    WhiteNoise.descriptor,
  ]
}
