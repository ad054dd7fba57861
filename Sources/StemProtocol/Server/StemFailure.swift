import OSC

/// Why a command was refused, in words a person can act on, and the id it was about.
struct StemFailure: Error {
  var reason: String
  var about: [OSCArgument]

  init(_ reason: String, about: [OSCArgument] = []) {
    self.reason = reason
    self.about = about
  }

  init(_ reason: String, stem: Int) { self.init(reason, about: [.integer(stem)]) }
}
