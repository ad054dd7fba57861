/// Who may import whom: the modules of the package from below to above, and what each takes from outside.
enum Law {
  struct Rule: Sendable {
    /// Modules of the package.
    var own: Set<String>
    /// Modules from elsewhere, the C libraries' among them.
    var foreign: Set<String>
  }

  /// The system's own C library.
  private static let system: Set<String> = ["Glibc", "Musl", "Darwin"]
  private static let nio: Set<String> = ["NIOCore", "NIOPosix"]

  static let rules: [String: Rule] = [
    // pure
    "OSC": Rule(own: [], foreign: []),
    "Spelling": Rule(own: [], foreign: []),
    // audio thread
    "RealTime": Rule(own: [], foreign: system.union(["CRealTime"])),
    "Fourier": Rule(own: [], foreign: system.union(["CFFTW"])),
    "Units": Rule(own: ["Fourier", "RealTime"], foreign: system.union(["CLanes", "CRealTime"])),
    "Render": Rule(own: ["RealTime"], foreign: ["CRealTime"]),
    // control
    "AudioIO": Rule(own: ["RealTime"], foreign: system.union(["CRealTime", "Synchronization"])),
    "Control": Rule(
      own: ["RealTime", "Units", "UnitsV3", "Render", "AudioIO"],
      foreign: system.union(["CRealTime", "Dispatch", "Synchronization", "Logging", "DequeModule"])),
    // edges
    "OSCTransport": Rule(
      own: ["OSC"], foreign: nio.union(system).union(["Dispatch", "Foundation", "Logging", "Synchronization"])),
    "SoundFiles": Rule(own: ["RealTime"], foreign: system.union(["CSndFile", "Foundation", "Synchronization"])),
    "Loudness": Rule(own: [], foreign: system.union(["CEbur128"])),
    "PortAudioBackend": Rule(
      own: ["AudioIO", "RealTime"], foreign: system.union(["CPortAudio", "CRealTime", "Dispatch", "Synchronization"])),
    "JACKBackend": Rule(
      own: ["AudioIO", "RealTime"], foreign: system.union(["CJACK", "CRealTime", "Dispatch", "Synchronization"])),
    "KeyLock": Rule(
      own: ["RealTime"], foreign: system.union(["CRubberBand", "CRealTime", "Dispatch", "Synchronization"])),
    // doors
    "StemProtocol": Rule(
      own: ["OSC", "Spelling", "RealTime", "Render", "Control", "SoundFiles", "Loudness", "KeyLock"],
      foreign: ["CRealTime", "Dispatch", "Foundation", "Logging", "Synchronization"]),
    "ScsynthProtocol": Rule(
      own: ["OSC", "RealTime", "Render", "Control", "SoundFiles"],
      foreign: ["CRealTime", "Dispatch", "Foundation", "Logging", "Synchronization"]),
    "RemixPlan": Rule(
      own: ["OSC", "Spelling", "OSCTransport"], foreign: ["Dispatch", "Foundation", "Logging", "Synchronization"]),
    // app: it alone puts the parts together, so it may import them all
    "DeviceKeeping": Rule(
      own: ["AudioIO", "RealTime", "JACKBackend", "PortAudioBackend"], foreign: ["Dispatch", "Logging"]),
    "ScsynthHost": Rule(
      own: [
        "AudioIO", "Control", "DeviceKeeping", "JACKBackend", "OSC", "OSCTransport", "RealTime", "Render",
        "ScsynthProtocol",
      ], foreign: ["CSharedInterface", "Dispatch", "Foundation", "Logging", "Synchronization"]),
    "Demo": Rule(
      own: ["RealTime", "Render", "Control", "AudioIO", "SoundFiles"], foreign: ["Foundation", "Synchronization"]),
  ]

  /// Programs: they stand above all modules, and no module may import them.
  static let programs: Set<String> = ["syrinx", "scsynth", "Benchmarks"]

  static let edges: Set<String> = ["OSCTransport", "SoundFiles", "Loudness", "PortAudioBackend", "JACKBackend"]
  static let doors: Set<String> = ["StemProtocol", "ScsynthProtocol", "RemixPlan"]
  /// Those that know neither Foundation nor NIO.
  static let bare: Set<String> = ["OSC", "Fourier", "RealTime", "Units", "Render"]
}
