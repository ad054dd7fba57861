// swift-tools-version: 6.1
import PackageDescription

// The layout follows CONTRIBUTING.md, "The house": imports point down only, and the module tells the thread.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Code of the audio thread: optimised even in debug builds (it is 800 times slower otherwise), and held to
/// "never allocates, never locks" by the compiler in release builds (RTCHECK).
let realTime: [SwiftSetting] =
  strict + [
    .unsafeFlags(["-O"], .when(configuration: .debug)),
    .define("RTCHECK", .when(configuration: .release)),
  ]

/// The same units once more for processors with AVX2 and FMA.
let v3: [SwiftSetting] = realTime + [.unsafeFlags(["-Xcc", "-march=x86-64-v3"]), .define("V3")]

#if arch(x86_64)
let unitTargets: [Target] = [
  .target(name: "Units", dependencies: ["CLanes", "CRealTime", "Fourier", "RealTime"], swiftSettings: realTime),
  .target(name: "UnitsV3", dependencies: ["CLanes", "CRealTime", "Fourier", "RealTime"], swiftSettings: v3),
]
let unitDependencies: [Target.Dependency] = ["Units", "UnitsV3"]
#else
let unitTargets: [Target] = [
  .target(name: "Units", dependencies: ["CLanes", "CRealTime", "Fourier", "RealTime"], swiftSettings: realTime)
]
let unitDependencies: [Target.Dependency] = ["Units"]
#endif

let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
]
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

func systemLibrary(_ name: String, pkgConfig: String, apt: String, brew: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

let package = Package(
  name: "syrinx",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "syrinx", targets: ["syrinx"]),
    .executable(name: "scsynth", targets: ["scsynth"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    // C: headers only
    .systemLibrary(name: "CLanes"),
    .systemLibrary(name: "CRealTime"),
    // C++: what SuperCollider's clients open is laid out by Boost.Interprocess
    .target(name: "CSharedInterface", cxxSettings: [.unsafeFlags(["-std=c++17"])]),
    systemLibrary("CSndFile", pkgConfig: "sndfile", apt: "libsndfile1-dev", brew: "libsndfile"),
    systemLibrary("CEbur128", pkgConfig: "libebur128", apt: "libebur128-dev", brew: "libebur128"),
    systemLibrary("CPortAudio", pkgConfig: "portaudio-2.0", apt: "portaudio19-dev", brew: "portaudio"),
    systemLibrary("CJACK", pkgConfig: "jack", apt: "libjack-jackd2-dev", brew: "jack"),
    systemLibrary("CRubberBand", pkgConfig: "rubberband", apt: "librubberband-dev", brew: "rubberband"),
    systemLibrary("CFFTW", pkgConfig: "fftw3f", apt: "libfftw3-dev", brew: "fftw"),
    systemLibrary("CEdit", pkgConfig: "libedit", apt: "libedit-dev", brew: "libedit"),

    // pure
    .target(name: "OSC", swiftSettings: strict),
    .target(name: "Spelling", swiftSettings: strict),

    // audio thread
    .target(name: "Fourier", dependencies: ["CFFTW"], swiftSettings: realTime),
    .target(name: "RealTime", dependencies: ["CRealTime"], swiftSettings: realTime),
    .target(name: "Render", dependencies: ["CRealTime", "RealTime"], swiftSettings: realTime),

    // control
    .target(name: "AudioIO", dependencies: ["CRealTime", "RealTime"], swiftSettings: strict),
    .target(
      name: "Control",
      dependencies: [
        "CRealTime", "RealTime", "Render", "AudioIO", logging,
        .product(name: "DequeModule", package: "swift-collections"),
      ]
        + unitDependencies, swiftSettings: strict),

    // edges
    .target(name: "OSCTransport", dependencies: ["OSC", logging] + nio, swiftSettings: strict),
    .target(name: "SoundFiles", dependencies: ["CSndFile", "RealTime"], swiftSettings: strict),
    .target(name: "Loudness", dependencies: ["CEbur128"], swiftSettings: strict),
    .target(name: "KeyLock", dependencies: ["CRubberBand", "CRealTime", "RealTime"], swiftSettings: strict),
    .target(
      name: "PortAudioBackend", dependencies: ["CPortAudio", "CRealTime", "AudioIO", "RealTime"], swiftSettings: strict),
    .target(name: "JACKBackend", dependencies: ["CJACK", "CRealTime", "AudioIO", "RealTime"], swiftSettings: strict),

    // doors
    .target(
      name: "StemProtocol",
      dependencies: [
        "CRealTime", "OSC", "RealTime", "Render", "Control", "SoundFiles", "Loudness", "KeyLock", "Spelling", logging,
      ],
      swiftSettings: strict),
    .target(
      name: "ScsynthProtocol",
      dependencies: ["CRealTime", "OSC", "RealTime", "Render", "Control", "SoundFiles", logging],
      swiftSettings: strict),
    .target(name: "RemixPlan", dependencies: ["OSC", "OSCTransport", "Spelling"], swiftSettings: strict),

    // app
    .target(
      name: "DeviceKeeping",
      dependencies: ["AudioIO", "JACKBackend", "PortAudioBackend", "RealTime", logging], swiftSettings: strict),
    .target(
      name: "ScsynthHost",
      dependencies: [
        "AudioIO", "CSharedInterface", "Control", "DeviceKeeping", "JACKBackend", "OSC", "OSCTransport", "RealTime",
        "Render", "ScsynthProtocol", logging,
      ], swiftSettings: strict),
    .target(
      name: "Demo", dependencies: ["RealTime", "Render", "Control", "AudioIO", "SoundFiles"], swiftSettings: strict),
    .executableTarget(
      name: "syrinx",
      dependencies: [
        "OSC", "RealTime", "Render", "Control", "AudioIO", "OSCTransport", "SoundFiles", "PortAudioBackend",
        "JACKBackend",
        "StemProtocol", "KeyLock", "RemixPlan", "Demo", "CEdit", "DeviceKeeping", "ScsynthHost", "ScsynthProtocol",
        logging,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(name: "scsynth", dependencies: ["ScsynthHost"], swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "OSC", "RealTime", "Render", "Control", "AudioIO", "SoundFiles", "KeyLock", "StemProtocol", logging,
      ],
      swiftSettings: strict),

    // tests
    .systemLibrary(
      name: "CSoxr", path: "Tests/CSoxr", pkgConfig: "soxr", providers: [.apt(["libsoxr-dev"]), .brew(["libsoxr"])]),
    .target(name: "TestSupport", dependencies: ["CJACK"], path: "Tests/TestSupport", swiftSettings: strict),
    .target(name: "TestRandomness", path: "Tests/TestRandomness", swiftSettings: strict),
    .testTarget(name: "RealTimeTests", dependencies: ["RealTime"], swiftSettings: strict),
    .testTarget(name: "OSCTests", dependencies: ["OSC", "TestRandomness"], swiftSettings: strict),
    .testTarget(
      name: "OSCTransportTests", dependencies: ["OSC", "OSCTransport", logging], exclude: ["Peers"],
      swiftSettings: strict),
    .testTarget(name: "LoudnessTests", dependencies: ["Loudness"], swiftSettings: strict),
    .testTarget(name: "SoundFilesTests", dependencies: ["SoundFiles"], swiftSettings: strict),
    .testTarget(
      name: "BackendTests",
      dependencies: ["CRealTime", "RealTime", "AudioIO", "JACKBackend", "PortAudioBackend", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RemixPlanTests", dependencies: ["RemixPlan", "OSC", "OSCTransport", logging], swiftSettings: strict),
    .testTarget(name: "DemoTests", dependencies: ["Demo", "SoundFiles"], swiftSettings: strict),
    .testTarget(
      name: "UnitsTests", dependencies: ["CSoxr", "RealTime", "Render", "Control"] + unitDependencies,
      swiftSettings: strict),
    .testTarget(name: "RenderTests", dependencies: ["RealTime", "Render", "TestRandomness"], swiftSettings: strict),
    .testTarget(
      name: "ControlTests", dependencies: ["RealTime", "Render", "Control", "TestRandomness"], swiftSettings: strict),
    .testTarget(
      name: "StemProtocolTests",
      dependencies: [
        "OSC", "RealTime", "Render", "Control", "AudioIO", "SoundFiles", "KeyLock", "StemProtocol", "TestRandomness",
        logging,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ScsynthProtocolTests",
      dependencies: ["Control", "OSC", "RealTime", "ScsynthProtocol", "TestSupport", "scsynth"], exclude: ["Clients"],
      swiftSettings: strict),
    // The probe answers malloc and free itself, and counts those of the audio thread.
    .executableTarget(
      name: "allocation-probe",
      dependencies: [
        "CRealTime", "OSC", "OSCTransport", "RealTime", "Render", "Control", "AudioIO", "JACKBackend", "SoundFiles",
        "StemProtocol", logging,
      ], path: "Tests/AllocationProbe", swiftSettings: strict,
      linkerSettings: [
        .unsafeFlags(
          [
            "-Xlinker", "--export-dynamic", "-Xlinker", "--defsym=malloc=allocation_probe_malloc", "-Xlinker",
            "--defsym=free=allocation_probe_free",
          ], .when(platforms: [.linux]))
      ]),
    // The null test: a library of cases, a program that lists them, and the tests.
    .target(
      name: "NullTest", dependencies: ["OSC", "RealTime", "Render", "Control", "AudioIO", "SoundFiles"],
      path: "Tests/NullTest", swiftSettings: strict),
    .executableTarget(name: "peers", dependencies: ["NullTest"], path: "Tests/Peers", swiftSettings: strict),
    .testTarget(name: "NullTests", dependencies: ["NullTest", "RealTime"], swiftSettings: strict),
    .testTarget(name: "AllocationTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "SyrinxTests",
      dependencies: [
        "OSC", "OSCTransport", "RealTime", "Render", "Control", "StemProtocol", "ScsynthProtocol", "SoundFiles",
        "AudioIO", "JACKBackend", "TestSupport", "TestRandomness", "syrinx", logging,
      ], swiftSettings: strict),
  ] + unitTargets,
  swiftLanguageModes: [.v6]
)

// SYRINX_TESTS=UnitsTests,ControlTests swift build --build-tests: builds these tests only, and of the programs beside the
// product those that are named, for who works on one part and waits for the compiler.
if let chosen = Context.environment["SYRINX_TESTS"], !chosen.isEmpty {
  let names = Set(chosen.split(separator: ",").map(String.init))
  let optional: Set = ["Benchmarks", "allocation-probe", "peers"]
  package.targets.removeAll { target in
    (target.type == .test || optional.contains(target.name)) && !names.contains(target.name)
  }
}
