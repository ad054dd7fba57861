import Control
import Render

/// The audio thread's share of its time, in percent: a running average, and the peak of the last second.
struct ScsynthLoad {
  private(set) var average: Float = 0
  private(set) var peak: Float = 0
  private var busy: Int64 = 0
  private var position: Int64 = 0
  private var peakFrames: Int64 = 0

  mutating func update(_ engine: EngineControl) {
    let telemetry = engine.memory.telemetry
    let newPosition = engine.position
    let seconds = Double(newPosition - position) / engine.sampleRate
    guard seconds > 0.01 else { return }
    let newBusy = telemetry.busyNanoseconds
    let percent = Float(Double(newBusy - busy) * 1e-7 / seconds)
    average += (percent - average) * Float(min(1, seconds * 10))
    let newPeak = Float(telemetry.takePeakLoad() * 100)
    if newPeak > peak || newPosition - peakFrames > Int64(engine.sampleRate) {
      peak = newPeak
      peakFrames = newPosition
    }
    busy = newBusy
    position = newPosition
  }
}
