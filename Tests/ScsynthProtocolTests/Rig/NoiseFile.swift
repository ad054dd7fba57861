import RealTime

/// White noise of two channels as a file of Sun's, whose samples are floats.
struct NoiseFile {
  let samples: [Float]

  init(frames: Int) {
    samples = (0..<UInt32(2 * frames)).map { index in
      Float(Int32(bitPattern: RandomGenerator.hash(index + 1))) / 2_147_483_648
    }
  }

  var bytes: [UInt8] {
    func word(_ value: UInt32) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
    let header: [UInt32] = [0x2E73_6E64, 24, UInt32(4 * samples.count), 6, 44_100, 2]
    return header.flatMap(word) + samples.flatMap { word($0.bitPattern) }
  }
}
