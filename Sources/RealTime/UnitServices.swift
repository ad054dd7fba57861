/// What the units of all synths share, reserved before the first block.
public struct UnitServices: @unchecked Sendable {
  // Unchecked: a handle to memory that is the audio thread's alone, but for the ring.

  public let messages: RealTimeRing<UInt32>
  public let randoms: UnsafeMutablePointer<RandomGenerator>
  public let pool: UnsafeMutablePointer<RealTimePool>
  public let requests: UnsafeMutablePointer<NodeRequest>
  public let requestCount: UnsafeMutablePointer<Int32>
  public let kernelWeights: UnsafeMutablePointer<KernelWeights>
  /// For contexts in which no synth runs.
  public let synth: UnsafeMutablePointer<SynthState>
  public let outputChannels: Int
  public let inputChannels: Int
  public let randomCount: Int
  public let scopes: ScopeTable

  /// Nil when the system does not give the address space.
  ///
  /// - Parameters:
  ///   - seed: of the random generators.
  ///   - scopes: what others outside look at; none where nobody can.
  public init?(
    outputChannels: Int, inputChannels: Int, seed: Int32, randomGenerators: Int = 64, poolBytes: Int = 1 << 38,
    scopes: ScopeMemory? = nil
  ) {
    guard let memory = RealTimePool(capacity: poolBytes) else { return nil }
    self.outputChannels = outputChannels
    self.inputChannels = inputChannels
    messages = .allocate(capacity: 1 << 18)
    self.scopes = ScopeTable(scopes)
    randomCount = max(1, randomGenerators)
    randoms = .allocate(capacity: randomCount)
    for index in 0..<randomCount {
      (randoms + index).initialize(to: RandomGenerator(seed: seed &+ Int32(index)))
    }
    pool = .allocate(capacity: 1)
    pool.initialize(to: memory)
    requests = .allocate(capacity: RenderContext.requestCapacity)
    requestCount = .allocate(capacity: 1)
    requestCount.initialize(to: 0)
    kernelWeights = KernelWeights.allocate()
    synth = .allocate(capacity: 1)
    synth.initialize(to: SynthState())
  }

  public func deallocate() {
    messages.deallocate()
    scopes.deallocate()
    randoms.deallocate()
    pool.pointee.deallocate()
    pool.deallocate()
    requests.deallocate()
    requestCount.deallocate()
    kernelWeights.pointee.deallocate()
    kernelWeights.deallocate()
    synth.deallocate()
  }
}
