public import ArgumentParser
import StemProtocol

extension MasterLimiter: ExpressibleByArgument {}

/// What keeps the master within bounds.
struct MasterOptions: ParsableArguments {
  @Option(
    help: """
      soft: the soft clip tanh(0.9 · 0.8 · x) · 0.9; true-peak: a limiter that looks 3 to 4 ms ahead and lets no true peak \
      above −1 dBTP; off: nothing but the master's gain of 0.8.
      """)
  var limiter: MasterLimiter = .soft
}
