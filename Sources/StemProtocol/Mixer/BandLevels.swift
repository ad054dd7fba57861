/// The gains of the three bands of an equaliser.
struct BandLevels: Equatable {
  static let names = ["low", "mid", "high"]
  static let flat = BandLevels(low: 1, mid: 1, high: 1)

  var low: Float
  var mid: Float
  var high: Float

  init(low: Float, mid: Float, high: Float) {
    self.low = low
    self.mid = mid
    self.high = high
  }

  /// - Parameter percents: of low, mid and high, as `EqualizerLaw` takes them.
  init(percents: [Double]) {
    let gains = percents.map { EqualizerLaw.gain(percent: $0) }
    self.init(low: gains[0], mid: gains[1], high: gains[2])
  }

  /// By its name; another name changes nothing.
  mutating func set(_ band: String, to gain: Float) {
    switch band {
    case "low": low = gain
    case "mid": mid = gain
    case "high": high = gain
    default: break
    }
  }

  func gain(_ band: String) -> Float {
    switch band {
    case "low": low
    case "mid": mid
    default: high
    }
  }

  /// Names of controls, with their values.
  var controls: [(String, Float)] { [("low", low), ("mid", mid), ("high", high)] }
}
