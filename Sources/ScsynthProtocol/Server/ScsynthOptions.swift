/// What a server is told when it starts; the standards are scsynth's.
public struct ScsynthOptions: Sendable, Equatable {
  /// Nil: none is opened.
  public var udpPort: Int?
  public var tcpPort: Int?
  public var bindAddress = "127.0.0.1"
  public var controlBuses = 16_384
  public var audioBuses = 1024
  public var inputs = 8
  public var outputs = 8
  /// Accepted; blocks have 64 frames.
  public var blockFrames = 64
  /// 0: the device's own.
  public var hardwareFrames = 0
  /// In hertz; 0: the device's own.
  public var sampleRate = 0
  public var buffers = 1024
  public var maxNodes = 1024
  public var maxSynthDefs = 1024
  /// In kilobytes; accepted, memory has no such limit.
  public var realTimeMemory = 8192
  public var wireBuffers = 64
  public var randomSeeds = 64
  public var maxLogins = 64
  public var loadsSynthDefs = true
  public var announces = true
  public var password = ""
  public var inputDevice: String?
  public var outputDevice: String?
  public var locksMemory = false
  public var verbosity = 0
  public var unitPath: String?
  public var restrictedPath: String?
  /// New synths start at their exact frame.
  public var isSampleAccurate = false
  /// It stands beside another door on the same tree: what frees all nodes of a group frees its clients' nodes alone.
  public var isGuest = false
  /// Renders a score instead.
  public var score: Score?

  /// What `-N` names.
  public struct Score: Sendable, Equatable {
    /// Nil: standard input.
    public var commands: String?
    public var input: String?
    public var output: String
    public var sampleRate: Int
    public var header: String
    public var samples: String

    public init(
      commands: String?, input: String?, output: String, sampleRate: Int, header: String, samples: String
    ) {
      self.commands = commands
      self.input = input
      self.output = output
      self.sampleRate = sampleRate
      self.header = header
      self.samples = samples
    }
  }

  public init() {}
}
