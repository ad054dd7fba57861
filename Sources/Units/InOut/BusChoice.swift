import RealTime

/// The neighbouring buses that a unit reads or writes, as scsynth chooses them: where a number points to none, or too few
/// follow it, the unit stays with the buses that it had, at first those from 0 on.
struct BusChoice: BitwiseCopyable {
  private(set) var first: Int32 = 0
  /// How many of the unit's channels have a bus.
  private(set) var reach: Int32 = 0

  /// - Parameter count: how many buses there are.
  @inline(__always)
  mutating func follow(_ number: Float, channels: Int32, of count: Int) {
    let count = Int32(truncatingIfNeeded: count)
    let wanted: Int32
    if number > -2_147_483_648 && number < 2_147_483_648 {
      wanted = Int32(number)
    } else {
      wanted = number > 0 ? .max : number < 0 ? -1 : 0
    }
    if wanted >= 0 && wanted <= count &- channels { first = wanted }
    let rest = count &- (wanted > 0 ? wanted : 0)
    reach = rest < channels ? rest : channels
  }
}
