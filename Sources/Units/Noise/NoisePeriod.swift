/// How many values a low-frequency noise keeps to its course.
@inline(__always) func noisePeriod(_ frequency: Float, _ valuesPerSecond: Double, least: Int32 = 1) -> Int32 {
  let values = Int32(processorTruncating: valuesPerSecond / Double(frequency > 0.001 ? frequency : 0.001))
  return values > least ? values : least
}
