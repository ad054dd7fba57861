import Control
import RealTime
import Units

#if arch(x86_64)
import UnitsV3
#endif

/// The builds of the units that this processor runs.
enum UnitBuilds {
  static let baseline = Units.UnitCatalogue.units

  #if arch(x86_64)
  /// Every x86-64 binary holds it; whether the processor runs it is another matter.
  static let v3 = UnitsV3.UnitCatalogue.units
  static let runsV3 = UnitRegistry.best.build == UnitsV3.UnitCatalogue.build
  #else
  static let v3 = Units.UnitCatalogue.units
  static let runsV3 = true
  #endif

  static func unit(_ name: String, _ units: [UnitDescriptor] = baseline) -> UnitDescriptor {
    guard let unit = units.first(where: { $0.specification.name == name }) else {
      preconditionFailure("there is no unit \(name)")
    }
    return unit
  }
}

extension UnitBuilds {
  /// Those that this processor runs.
  static let running = runsV3 ? [baseline, v3] : [baseline]
}
