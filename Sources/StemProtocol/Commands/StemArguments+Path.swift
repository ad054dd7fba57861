import Foundation

extension StemArguments {
  /// The file that `path` names, with `~` written out.
  func path(about id: Int) throws(StemFailure) -> String {
    guard let given = text("path"), !given.isEmpty else {
      throw StemFailure("path is empty: name a sound file", stem: id)
    }
    return NSString(string: given).expandingTildeInPath
  }
}
