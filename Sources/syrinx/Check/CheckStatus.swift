import OSC

/// A `/get_status.reply`, by name.
struct CheckStatus {
  private var values: [String: OSCArgument] = [:]

  init(_ reply: OSCMessage?) {
    let arguments = reply?.arguments ?? []
    for index in stride(from: 0, to: arguments.count - 1, by: 2) {
      if let name = arguments[index].asText { values[name] = arguments[index + 1] }
    }
  }

  func number(_ name: String) -> Double? { values[name]?.asNumber }

  /// What is missing in it; nil: nothing.
  var fault: String? {
    let names = [
      "sample_rate", "buffers", "playing", "deck_a", "deck_b", "master", "memory_mb", "cpu_average", "cpu_peak",
      "xruns",
      "uptime",
    ]
    let missing = names.filter { number($0) == nil }
    return missing.isEmpty ? nil : "without \(missing.joined(separator: ", "))"
  }
}
