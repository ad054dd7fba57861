import ArgumentParser
import StemProtocol

/// How the stems' audio is kept.
struct MemoryOptions: ParsableArguments {
  @Option(help: "Most memory that all buffers may take, in MB; without it as much as there is.")
  var memoryLimit: Double?

  @Flag(help: "Drop buffers that nothing plays, least recently used first, when a new one would pass --memory-limit.")
  var evict = false

  @Option(help: "Files longer than so many seconds stay on the disk and are read as they play.")
  var streamAbove: Double = BufferPolicy().streamedAboveSeconds

  @Option(
    parsing: .unconditional, help: "Bring every stem to this loudness when it is loaded, in LUFS: -14, say.")
  var normalise: Double?

  func validate() throws {
    if let memoryLimit, !(memoryLimit > 0 && memoryLimit.isFinite) {
      throw ValidationError("--memory-limit must be more than 0 MB, got \(memoryLimit)")
    }
    if evict && memoryLimit == nil { throw ValidationError("--evict makes room within --memory-limit: give that, too") }
    guard streamAbove >= 0 else {
      throw ValidationError("--stream-above must be 0 seconds or more, got \(streamAbove)")
    }
    if let normalise, !(-70...0).contains(normalise) {
      throw ValidationError("--normalise must be -70 to 0 LUFS, got \(normalise)")
    }
  }

  var policy: BufferPolicy {
    var policy = BufferPolicy()
    policy.limitMegabytes = memoryLimit
    policy.evicts = evict
    policy.streamedAboveSeconds = streamAbove
    policy.loudness = normalise
    return policy
  }
}
