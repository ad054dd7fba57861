import CLanes
import RealTime

/// Sixty-four random numbers at once: eight generators side by side, each of them eight numbers ahead of the one before it.
///
/// A generator's registers move by shifts and exclusive ors. So what they are a number of steps later is the exclusive or of
/// what each of their digits alone becomes, which a table holds.
struct RandomLeaps: BitwiseCopyable {
  /// For each of three registers, eight digits and sixteen values of each: what it becomes in 0, 8, 16, … 56 steps.
  private let table: UnsafeMutablePointer<SIMD8<UInt32>>

  private static let digits = 8
  private static let values = 16

  /// Made when the first unit that needs it is prepared; there for ever.
  nonisolated(unsafe) private static let leaps: UnsafeMutablePointer<SIMD8<UInt32>> = {
    let table = UnsafeMutablePointer<SIMD8<UInt32>>.allocate(capacity: 3 * digits * values)
    for register in 0..<3 {
      for digit in 0..<digits {
        for value in 0..<values {
          var registers = SIMD3<UInt32>()
          registers[register] = UInt32(value) << UInt32(4 * digit)
          var generator = RandomGenerator(registers: (registers[0], registers[1], registers[2]))
          var leaps = SIMD8<UInt32>()
          for lane in 0..<8 {
            let now = generator.registers
            leaps[lane] = [now.0, now.1, now.2][register]
            for _ in 0..<8 { _ = generator.next() }
          }
          table[(register * digits + digit) * values + value] = leaps
        }
      }
    }
    return table
  }()

  /// - Thread: control.
  init() { table = Self.leaps }

  /// The next sixty-four numbers, eight at a time, each with the frame of the first of them.
  @inline(__always)
  func draw(_ generator: inout RandomGenerator, _ take: (Int, SIMD8<UInt32>) -> Void) {
    var eight = RandomLanes(
      first: leap(0, generator.registers.0), second: leap(1, generator.registers.1),
      third: leap(2, generator.registers.2))
    var square = LanesSquare(
      eight.next(), eight.next(), eight.next(), eight.next(), eight.next(), eight.next(), eight.next(), eight.next())
    generator.registers = eight.last
    square.transpose()
    take(0, unsafeBitCast(square.row0, to: SIMD8<UInt32>.self))
    take(8, unsafeBitCast(square.row1, to: SIMD8<UInt32>.self))
    take(16, unsafeBitCast(square.row2, to: SIMD8<UInt32>.self))
    take(24, unsafeBitCast(square.row3, to: SIMD8<UInt32>.self))
    take(32, unsafeBitCast(square.row4, to: SIMD8<UInt32>.self))
    take(40, unsafeBitCast(square.row5, to: SIMD8<UInt32>.self))
    take(48, unsafeBitCast(square.row6, to: SIMD8<UInt32>.self))
    take(56, unsafeBitCast(square.row7, to: SIMD8<UInt32>.self))
  }

  @inline(__always)
  private func leap(_ register: Int, _ value: UInt32) -> SIMD8<UInt32> {
    let rows = table + register &* (Self.digits &* Self.values)
    @inline(__always) func part(_ digit: Int) -> SIMD8<UInt32> {
      rows[digit &* Self.values &+ Int(value &>> UInt32(truncatingIfNeeded: 4 &* digit) & 15)]
    }
    let low = syrinx_exclusive_or(syrinx_exclusive_or(part(0), part(1)), syrinx_exclusive_or(part(2), part(3)))
    let high = syrinx_exclusive_or(syrinx_exclusive_or(part(4), part(5)), syrinx_exclusive_or(part(6), part(7)))
    return syrinx_exclusive_or(low, high)
  }
}

/// Eight generators' registers side by side.
private struct RandomLanes {
  var first: SIMD8<UInt32>
  var second: SIMD8<UInt32>
  var third: SIMD8<UInt32>

  /// The next number of each.
  @inline(__always)
  mutating func next() -> Lanes {
    first = syrinx_step_registers(first, 0xFFFF_FFFE, 12, 13, 19)
    second = syrinx_step_registers(second, 0xFFFF_FFF8, 4, 2, 25)
    third = syrinx_step_registers(third, 0xFFFF_FFF0, 17, 3, 11)
    return unsafeBitCast(syrinx_exclusive_or(syrinx_exclusive_or(first, second), third), to: Lanes.self)
  }

  @inline(__always)
  var last: (UInt32, UInt32, UInt32) { (first[7], second[7], third[7]) }
}

extension Lanes {
  /// In 0..<1.
  @inline(__always)
  init(unipolar numbers: SIMD8<UInt32>) {
    self = syrinx_one_to_two(numbers) - 1
  }

  /// In −1..<1.
  @inline(__always)
  init(bipolar numbers: SIMD8<UInt32>) {
    self = syrinx_one_to_two(numbers) * 2 - 3
  }
}
