/// Keeps clients' paths within one folder.
public enum PathJail {
  /// The path below `folder` that a client means, without any way out.
  public static func path(_ path: String, within folder: String) -> String {
    var base = folder
    while base.count > 1, base.hasSuffix("/") { base.removeLast() }
    let isWithin = path == base || path.hasPrefix(base.hasSuffix("/") ? base : base + "/")
    let rest = isWithin ? path.dropFirst(base.count) : path[...]
    let steps = rest.split(separator: "/").filter { $0 != ".." && $0 != "." }
    return (base == "/" ? "" : base) + "/" + steps.joined(separator: "/")
  }
}
