import ArgumentParser

/// Ends a command with one line on standard error and exit code 1.
struct Failure: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }

  init(_ error: any Error) { description = "\(error)" }
}
