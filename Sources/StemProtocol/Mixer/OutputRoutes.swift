/// Which signal plays on which channels of the device.
public struct OutputRoutes: Sendable, Equatable {
  public private(set) var pairs: [SignalSource: [ChannelPair]]

  public init(_ pairs: [SignalSource: [ChannelPair]]) { self.pairs = pairs }

  /// The master on the first two channels, or on the only one.
  public static func standard(channels: Int) -> OutputRoutes {
    OutputRoutes([.master: [ChannelPair(left: 0, right: min(1, max(0, channels - 1)))]])
  }

  /// As on the command line: `master=1-2,cue=3-4,A=5-6`. The reason when it says no such thing.
  public static func parsed(_ text: String) -> Result<OutputRoutes, OutputRoutesError> {
    var pairs: [SignalSource: [ChannelPair]] = [:]
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, let source = SignalSource(String(sides[0])), source.isRoutable else {
        return .failure(OutputRoutesError("“\(part)” is no route: write as in master=1-2,cue=3-4,A=5-6"))
      }
      guard let pair = ChannelPair(sides[1]) else {
        return .failure(OutputRoutesError("“\(sides[1])” are no channels: write 1-2, or 5 for one channel, up to 256"))
      }
      pairs[source, default: []].append(pair)
    }
    return .success(OutputRoutes(pairs))
  }

  /// Channels that a device needs for them.
  public var channels: Int { pairs.values.joined().map(\.channels).max() ?? 0 }

  /// A name for each channel of the device: `master_1`, `master_2`, `cue_1` …; `out_5` where nothing plays.
  public func channelNames(_ count: Int) -> [String] {
    var names = (0..<count).map { "out_\($0 + 1)" }
    var taken = Set<String>()
    for (source, pairs) in pairs.sorted(by: { $0.key < $1.key }) {
      var number = 0
      for channel in pairs.flatMap({ $0.isMono ? [$0.left] : [$0.left, $0.right] }) where channel < count {
        number += 1
        // Of two signals on one channel the first gives the name.
        guard names[channel].hasPrefix("out_"), taken.insert("\(source.portName)_\(number)").inserted else { continue }
        names[channel] = "\(source.portName)_\(number)"
      }
    }
    return names
  }
}

extension SignalSource {
  /// Whether it can be sent to the device by itself.
  public var isRoutable: Bool { if case .stem = self { false } else { true } }
}
