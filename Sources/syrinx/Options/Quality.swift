import ArgumentParser
import RealTime

/// An interpolation, as the command line names it.
enum Quality: String, ExpressibleByArgument, CaseIterable {
  case cubic, sinc16, sinc32, sinc64

  var interpolation: Interpolation {
    switch self {
    case .cubic: .cubic
    case .sinc16: .sinc16
    case .sinc32: .sinc32
    case .sinc64: .sinc64
    }
  }
}
