import Foundation

/// What a benchmark prints, each line as soon as it is known.
enum Report {
  static func line(_ text: String) {
    print(text)
    fflush(nil)
  }
}
