import Render

/// The audio thread's share of its time: a running average over about two seconds, and the peak.
struct LoadAverage {
  /// 1 is all of the time.
  private(set) var average = 0.0
  /// The highest share of one call of the device since `takePeak`.
  private var peak = 0.0
  private var busy: Int64 = 0
  private var position: Int64 = 0

  mutating func update(telemetry: RenderTelemetry, position newPosition: Int64, sampleRate: Double) {
    let newBusy = telemetry.busyNanoseconds
    let seconds = Double(newPosition - position) / sampleRate
    guard seconds > 0.02 else { return }
    let share = Double(newBusy - busy) * 1e-9 / seconds
    let weight = min(1, seconds / 2)
    average += (share - average) * (busy == 0 ? 1 : weight)
    busy = newBusy
    position = newPosition
    peak = max(peak, telemetry.takePeakLoad())
  }

  /// The peak since it was last asked.
  mutating func takePeak() -> Double {
    defer { peak = 0 }
    return max(peak, average)
  }
}
