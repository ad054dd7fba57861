/// A sound whose every sample tells which frame it is, so that the output tells where in the file a stem plays.
enum Slope {
  private static let step = 1.0 / 400_000

  static func sound(_ frames: Int, sampleRate: Double = 44_100) -> Sound {
    Sound([(0..<frames).map { Float(Double($0) * step) }], sampleRate: sampleRate)
  }

  /// The frame of the file that an output sample was, of a stem at volume 1.
  static func position(_ sample: Float, volume: Double = 1) -> Double { Master.sum(sample) / step / volume }
}
