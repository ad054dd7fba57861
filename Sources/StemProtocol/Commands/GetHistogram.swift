import Control
import Logging
import OSC
import Render

enum GetHistogram: StemCommand {
  static let specification = StemCommandSpecification(
    "/get_histogram", [], "Tells how long the blocks of 64 frames took since the start.",
    reply: """
      /get_histogram.reply blocks median p99 highest, then microseconds and count of each bin that is not empty: the bin's \
      lower bound, four bins to an octave. median, p99 and highest are upper bounds of bins, in microseconds
      """)

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    moment.answer(request) { [weak server] request in
      guard let server else { return }
      let bins = server.engine.memory.telemetry.blockTimes
      let blocks = bins.reduce(0, +)
      var told: [OSCArgument] = [.int64(Int64(blocks))]
      for share in [0.5, 0.99, 1] { told.append(.float32(Float(upperBound(share, of: blocks, bins)))) }
      for (bin, count) in bins.enumerated() where count > 0 {
        told += [.float32(Float(BlockTimeBins.lowerBound(bin))), .int64(Int64(count))]
      }
      request.reply(OSCMessage("/get_histogram.reply", told), "\(blocks) blocks", level: .debug)
    }
  }

  /// The time that this share of all blocks stayed below.
  private static func upperBound(_ share: Double, of blocks: Int, _ bins: [Int]) -> Double {
    var rest = Int((share * Double(blocks)).rounded(.up))
    for (bin, count) in bins.enumerated() {
      rest -= count
      if rest <= 0 { return blocks == 0 ? 0 : BlockTimeBins.lowerBound(bin + 1) }
    }
    return BlockTimeBins.lowerBound(bins.count)
  }
}
