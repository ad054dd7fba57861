import CRealTime
public import RealTime
import Units

#if arch(x86_64)
import UnitsV3
#endif

/// The units that this process runs: the build that fits the processor best, chosen once.
public struct UnitRegistry: Sendable {
  /// Which build, in words for a person.
  public let build: String
  private let units: [String: UnitDescriptor]

  public static let best = UnitRegistry(baseline: false)

  /// - Parameter baseline: takes the build that runs on every processor of this kind.
  public init(baseline: Bool) {
    #if arch(x86_64)
    if !baseline && syrinx_has_x86_64_v3() {
      build = UnitsV3.UnitCatalogue.build
      units = Self.byName(UnitsV3.UnitCatalogue.units)
      return
    }
    #endif
    build = Units.UnitCatalogue.build
    units = Self.byName(Units.UnitCatalogue.units)
  }

  private static func byName(_ units: [UnitDescriptor]) -> [String: UnitDescriptor] {
    Dictionary(units.map { ($0.specification.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public subscript(name: String) -> UnitDescriptor? { units[name] }

  /// Every unit, by name.
  public var all: [UnitDescriptor] { units.values.sorted { $0.specification.name < $1.specification.name } }
}
