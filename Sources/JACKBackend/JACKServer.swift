#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Which JACK server is meant.
struct JACKServer: Sendable {
  /// Nil leaves the choice to libjack.
  var name: String?

  /// The name by which it is found.
  var effectiveName: String {
    name ?? getenv("JACK_DEFAULT_SERVER").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "default"
  }

  var title: String { "JACK server \(effectiveName)" }
}
