import ArgumentParser
import AudioIO
import Control
import DeviceKeeping

struct Devices: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the devices of every backend, and marks the default.")

  @Flag(name: [.short, .long], help: "Also which build of the units runs here, and the rates of each device.")
  var verbose = false

  func run() throws {
    if verbose { print("units: \(UnitRegistry.best.build)") }
    var hasDefault = false
    for name in BackendChoice.names {
      do throws(AudioError) {
        let devices = try BackendChoice.backend(named: name).devices()
        if devices.isEmpty { print("\(name): no devices") }
        for device in devices {
          let isDefault = device.isDefault && device.outputChannels > 0 && !hasDefault
          hasDefault = hasDefault || isDefault
          print(line(device, isDefault: isDefault))
        }
      } catch {
        print("\(name): \(error)")
      }
    }
    print("offline: renders a plan into a file, faster than it plays (`syrinx render`)")
  }

  private func line(_ device: AudioDevice, isDefault: Bool) -> String {
    let latency = (device.outputLatencySeconds * 10_000).rounded() / 10
    var text = "\(isDefault ? "*" : " ") \(device.backend) \(device.index): \(device.name), "
    text +=
      "\(device.inputChannels) in, \(device.outputChannels) out, \(Int(device.defaultSampleRate)) Hz, latency \(latency) ms"
    if verbose && !device.sampleRates.isEmpty {
      text += ", rates " + device.sampleRates.map { "\(Int($0))" }.joined(separator: " ")
    }
    return isDefault ? text + " (default)" : text
  }
}
