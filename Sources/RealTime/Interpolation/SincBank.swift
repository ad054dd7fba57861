#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The kernels of one interpolation for the rates of an octave: each is cut off lower than the one before, in the same
/// shape, and wider by as much. Rates above the octave take every second, fourth, … sample of a file as a file of its own.
///
/// - Source: J. O. Smith, "Digital Audio Resampling Home Page" (the bandlimited interpolation of P. Gossett); the window
///   is Kaiser's.
@frozen
public struct SincBank: BitwiseCopyable, @unchecked Sendable {
  // Unchecked: never written once it is made, and never freed.

  /// `tableCount` of them: the kernel of number `i` is for rates up to `tableCount · 2 / (tableCount · 2 − i)`.
  public let tables: UnsafePointer<SincTable>

  @inlinable @inline(__always) public static var tableCount: Int { 8 }

  /// The first kernel for a rate in 0...2 that lets nothing alias; `tableCount`: that of twice the rate.
  @inlinable @inline(__always)
  public static func table(for rate: Double) -> Int {
    let steps = Double(2 &* tableCount)
    let exact = steps - steps / rate
    guard exact > 0 else { return 0 }
    guard exact <= Double(tableCount) else { return tableCount }
    let number = Int(exact)
    return Double(number) < exact ? number &+ 1 : number
  }

  /// Those of sinc16, sinc32 and sinc64, in this order. Made when first asked for.
  ///
  /// - Thread: control; players keep the pointer.
  public nonisolated(unsafe) static let all: UnsafePointer<SincBank> = {
    let banks = UnsafeMutablePointer<SincBank>.allocate(capacity: 3)
    for (index, interpolation) in [Interpolation.sinc16, .sinc32, .sinc64].enumerated() {
      (banks + index).initialize(to: SincBank(interpolation))
    }
    return UnsafePointer(banks)
  }()

  private init(_ interpolation: Interpolation) {
    let fineness = 2 * Self.tableCount
    let prototype = Self.prototype(interpolation, resolution: SincTable.phases * fineness)
    defer { prototype.deallocate() }
    let tables = UnsafeMutablePointer<SincTable>.allocate(capacity: Self.tableCount)
    for index in 0..<Self.tableCount {
      (tables + index).initialize(
        to: SincTable(
          prototype: UnsafeBufferPointer(prototype), fineness: fineness, step: fineness - index,
          taps: interpolation.taps))
    }
    self.tables = UnsafePointer(tables)
  }

  /// The windowed sinc from its centre to its end, `resolution` values from zero crossing to zero crossing.
  private static func prototype(
    _ interpolation: Interpolation, resolution: Int
  ) -> UnsafeMutableBufferPointer<Double> {
    let half = interpolation.taps / 2
    let values = UnsafeMutableBufferPointer<Double>.allocate(capacity: half * resolution)
    let waves = UnsafeMutablePointer<Double>.allocate(capacity: resolution)
    defer { waves.deallocate() }
    for index in 0..<resolution { waves[index] = sin(Double.pi * Double(index) / Double(resolution)) / Double.pi }
    let window = KaiserWindow(beta: interpolation.beta)
    for crossing in 0..<half {
      let sign = crossing % 2 == 0 ? 1.0 : -1
      for place in stride(from: 0, to: resolution, by: 4) {
        let index = crossing * resolution + place
        let x = (Double(index) + SIMD4(0, 1, 2, 3)) / Double(resolution)
        let wave = sign * SIMD4(waves[place], waves[place + 1], waves[place + 2], waves[place + 3])
        let weighted = wave / x * window.values(at: x / Double(half))
        for lane in 0..<4 { values.initializeElement(at: index + lane, to: weighted[lane]) }
      }
    }
    values[0] = 1
    return values
  }
}
