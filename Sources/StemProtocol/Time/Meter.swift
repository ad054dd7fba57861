/// How beats make bars.
struct Meter {
  /// Beats in a bar.
  private(set) var beats: Int
  /// The beat that a bar began with, and that bar's number.
  private var origin = (beat: 0.0, bar: 1)

  init(beats: Int) { self.beats = beats }

  /// The bar that a beat lies in; the first is 1.
  func bar(ofBeat beat: Double) -> Int {
    origin.bar + Int(((beat - origin.beat) / Double(beats)).rounded(.down))
  }

  /// Which beat of its bar a beat is, from 1 on.
  func place(ofBeat beat: Double) -> Int {
    Int((beat - firstBeat(ofBar: bar(ofBeat: beat))).rounded(.down)) + 1
  }

  private func firstBeat(ofBar bar: Int) -> Double { origin.beat + Double(bar - origin.bar) * Double(beats) }

  /// Other bars from a beat on: the bar that it lies in keeps its beginning and its number.
  mutating func change(to beats: Int, atBeat beat: Double) {
    let bar = bar(ofBeat: beat)
    origin = (firstBeat(ofBar: bar), bar)
    self.beats = beats
  }

  /// Beat 0 begins bar 1.
  mutating func reset() { origin = (0, 1) }
}
