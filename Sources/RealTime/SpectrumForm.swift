/// How the numbers of a buffer say a spectrum: the real values of 0 hertz and of half the sample rate first, then a pair
/// for each frequency between them.
@frozen
public enum SpectrumForm: UInt8, BitwiseCopyable, Sendable {
  /// No spectral unit has said so yet.
  case none
  /// Real and imaginary parts.
  case complex
  /// Magnitudes and phases.
  case polar
}
