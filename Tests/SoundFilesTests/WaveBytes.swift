/// WAV files made by hand.
enum WaveBytes {
  /// 16 bits, 44,100 Hz. `dataSize` replaces the honest length in the header.
  static func file(sound: [UInt8], channels: Int, dataSize: UInt32? = nil) -> [UInt8] {
    let size = dataSize ?? UInt32(sound.count)
    let block = UInt32(channels * 2)
    return Array("RIFF".utf8) + little(dataSize == nil ? size + 36 : size) + Array("WAVEfmt ".utf8) + little(16)
      + [1, 0, UInt8(channels), 0] + little(44100) + little(44100 * block) + [UInt8(block), 0, 16, 0]
      + Array("data".utf8) + little(size) + sound
  }

  private static func little(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
