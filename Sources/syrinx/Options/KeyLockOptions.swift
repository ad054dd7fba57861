import ArgumentParser
import KeyLock

/// How stems are stretched.
struct KeyLockOptions: ParsableArguments {
  enum Engine: String, ExpressibleByArgument, CaseIterable {
    case r3, r2
  }

  @Option(help: "Rubber Band's engine for key-lock: r3, the finer one, or r2, which a small machine can bear.")
  var keylockEngine: Engine = .r3

  var engine: KeyLockEngine { keylockEngine == .r3 ? .r3 : .r2 }
}
