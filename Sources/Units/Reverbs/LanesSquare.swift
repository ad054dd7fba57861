/// Eight rows of eight numbers.
struct LanesSquare {
  private(set) var row0: Lanes
  private(set) var row1: Lanes
  private(set) var row2: Lanes
  private(set) var row3: Lanes
  private(set) var row4: Lanes
  private(set) var row5: Lanes
  private(set) var row6: Lanes
  private(set) var row7: Lanes

  @inline(__always)
  init(_ r0: Lanes, _ r1: Lanes, _ r2: Lanes, _ r3: Lanes, _ r4: Lanes, _ r5: Lanes, _ r6: Lanes, _ r7: Lanes) {
    (row0, row1, row2, row3) = (r0, r1, r2, r3)
    (row4, row5, row6, row7) = (r4, r5, r6, r7)
  }

  /// The sum of the rows.
  @inline(__always)
  var sum: Lanes { ((row0 + row1) + (row2 + row3)) + ((row4 + row5) + (row6 + row7)) }

  /// Turns rows into columns.
  @inline(__always)
  mutating func transpose() {
    let (a0, a1) = (row0.alternatingLow(row1), row0.alternatingHigh(row1))
    let (a2, a3) = (row2.alternatingLow(row3), row2.alternatingHigh(row3))
    let (a4, a5) = (row4.alternatingLow(row5), row4.alternatingHigh(row5))
    let (a6, a7) = (row6.alternatingLow(row7), row6.alternatingHigh(row7))
    let (b0, b1, b2, b3) = (a0.lowPairs(a2), a0.highPairs(a2), a1.lowPairs(a3), a1.highPairs(a3))
    let (b4, b5, b6, b7) = (a4.lowPairs(a6), a4.highPairs(a6), a5.lowPairs(a7), a5.highPairs(a7))
    row0 = Lanes(lowHalf: b0.lowHalf, highHalf: b4.lowHalf)
    row1 = Lanes(lowHalf: b1.lowHalf, highHalf: b5.lowHalf)
    row2 = Lanes(lowHalf: b2.lowHalf, highHalf: b6.lowHalf)
    row3 = Lanes(lowHalf: b3.lowHalf, highHalf: b7.lowHalf)
    row4 = Lanes(lowHalf: b0.highHalf, highHalf: b4.highHalf)
    row5 = Lanes(lowHalf: b1.highHalf, highHalf: b5.highHalf)
    row6 = Lanes(lowHalf: b2.highHalf, highHalf: b6.highHalf)
    row7 = Lanes(lowHalf: b3.highHalf, highHalf: b7.highHalf)
  }

  /// Each row becomes the row before it, smoothed by a one-pole filter.
  ///
  /// - Parameters:
  ///   - last: the row before the first.
  ///   - smooth: what the filter gave for the row before that.
  @inline(__always)
  mutating func damp(_ last: inout Lanes, _ smooth: inout Lanes, _ damping: Float) {
    let fresh = Lanes(repeating: 1 - damping)
    let kept = Lanes(repeating: damping)
    let newest = row7
    smooth = multiplyAdd(smooth, kept, last * fresh)
    let r0 = smooth
    smooth = multiplyAdd(smooth, kept, row0 * fresh)
    row0 = r0
    let r1 = smooth
    smooth = multiplyAdd(smooth, kept, row1 * fresh)
    row1 = r1
    let r2 = smooth
    smooth = multiplyAdd(smooth, kept, row2 * fresh)
    row2 = r2
    let r3 = smooth
    smooth = multiplyAdd(smooth, kept, row3 * fresh)
    row3 = r3
    let r4 = smooth
    smooth = multiplyAdd(smooth, kept, row4 * fresh)
    row4 = r4
    let r5 = smooth
    smooth = multiplyAdd(smooth, kept, row5 * fresh)
    row5 = r5
    let r6 = smooth
    smooth = multiplyAdd(smooth, kept, row6 * fresh)
    row6 = r6
    row7 = smooth
    last = newest
  }
}
