import RemixPlan

/// A server's status in a line.
enum StatusText {
  static func summary(_ status: StageStatus) -> String {
    var parts: [String] = []
    if let rate = status.number("sample_rate") { parts.append("\(PlanText.number(rate)) Hz") }
    if let average = status.number("cpu_average") {
      let peak = status.number("cpu_peak").map { " (peak \(PlanText.decimals($0, 1)) %)" } ?? ""
      parts.append("CPU \(PlanText.decimals(average, 1)) %\(peak)")
    }
    if let xruns = status.number("xruns") { parts.append("xruns \(PlanText.number(xruns))") }
    if let buffers = status.number("buffers") {
      let memory = status.number("memory_mb").map { " (\(PlanText.decimals($0, 0)) MB)" } ?? ""
      parts.append("buffers \(PlanText.number(buffers))\(memory)")
    }
    return parts.joined(separator: ", ")
  }
}
