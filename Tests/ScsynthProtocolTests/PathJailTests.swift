import ScsynthProtocol
import Testing

/// No path leads out.
@Suite struct PathJailTests {
  @Test(arguments: [
    ("sounds/a.wav", "/home/jail/sounds/a.wav"), ("/etc/passwd", "/home/jail/etc/passwd"),
    ("../../etc/passwd", "/home/jail/etc/passwd"), ("/home/jail/a.wav", "/home/jail/a.wav"),
    ("/home/jailer/a.wav", "/home/jail/home/jailer/a.wav"), ("a/../../b", "/home/jail/a/b"), ("", "/home/jail/"),
  ])
  func paths(path: String, jailed: String) { #expect(PathJail.path(path, within: "/home/jail/") == jailed) }
}
