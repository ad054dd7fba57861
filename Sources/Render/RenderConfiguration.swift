public import RealTime

/// The size of an engine. Tables are address space that costs memory only where it is used, so the standards are large.
public struct RenderConfiguration: Sendable {
  /// In hertz.
  public var sampleRate: Double
  public var outputChannels: Int
  public var inputChannels: Int
  /// Audio buses: the device's outputs first, then its inputs, then the private ones.
  public var audioBuses = 65_536
  public var controlBuses = 1_048_576
  /// The address of memory for the control buses that others look into; 0: the engine has its own. It outlives the engine.
  public var controlBusMemory: UInt = 0
  /// Scopes that others look at.
  public var scopes: ScopeMemory?
  public var randomGenerators = 64
  /// Whether guests' synths begin at their exact frame, by a first block of their own that is shorter.
  public var isSampleAccurate = false
  /// Whether calls that are late in one step alone are counted apart: the clock is then asked after each node.
  public var watchesSteps = false
  public var buffers = 1_048_576
  /// Audio-rate wires of the largest synth.
  public var wires = 262_144
  public var eventCapacity = 65_536
  public var commandCapacity = 16_384

  public init(sampleRate: Double, outputChannels: Int, inputChannels: Int = 0) {
    self.sampleRate = sampleRate
    self.outputChannels = outputChannels
    self.inputChannels = inputChannels
  }

  /// The first bus that no device channel uses.
  public var firstPrivateBus: Int { outputChannels + inputChannels }
}
