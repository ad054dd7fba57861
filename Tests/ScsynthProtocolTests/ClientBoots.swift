import OSC

/// What clients in wide use begin with: a boot line, and the kinds of commands that they send.
enum ClientBoots {
  struct Boot: Sendable, CustomStringConvertible {
    var description: String
    var options: [String]
    /// - Parameters: a folder of definitions, a sound file that is there, one that may be written.
    var steps: @Sendable (_ definitions: String, _ sound: String, _ record: String) -> [OSCPacket]
  }

  private static func message(_ address: OSCAddress, _ arguments: OSCArgument...) -> OSCPacket {
    .message(OSCMessage(address, arguments))
  }

  private static func bundle(_ messages: OSCMessage...) -> OSCPacket {
    .bundle(OSCBundle(timeTag: .immediately, messages: messages))
  }

  static let all: [Boot] = [sonicPi, overtone, superDirt]

  /// It writes the ids of groups as floats, and records through a buffer.
  private static let sonicPi = Boot(
    description: "Sonic Pi",
    options: [
      "-a", "1024", "-m", "131072", "-D", "0", "-R", "0", "-l", "1", "-i", "16", "-o", "16", "-b", "4096", "-c", "4096",
      "-B", "127.0.0.1",
    ]
  ) { definitions, sound, record in
    [
      message("/notify", 1), message("/clearSched"), message("/g_freeAll", 0),
      message("/d_loadDir", .string(definitions)), message("/g_new", 2.0, 0, 0.0), message("/g_new", 3.0, 3, 2.0),
      message("/g_new", 4.0, 2, 3.0), message("/b_allocRead", 0, .string(sound), 0, 0), message("/b_query", 0),
      bundle(OSCMessage("/s_new", "sine", 5, 0, 4, "freq", 330.0, "out", 12.0)), message("/n_set", 5.0, "freq", 220.0),
      message("/n_set", 5, "freq", 110.0, "nothing", 1.0), message("/b_alloc", 1, 65_536, 2),
      message("/b_write", 1, .string(record), "wav", "int16", 0, 0, 1), message("/b_close", 1), message("/b_free", 1),
      message("/n_run", 4.0, 0), message("/n_run", 4.0, 1), message("/g_freeAll", 2.0), message("/n_free", 3.0),
      message("/g_queryTree", 0, 1),
    ]
  }

  /// It asks for the tree, and waits for every definition.
  private static let overtone = Boot(
    description: "Overtone",
    options: [
      "-b", "1024", "-z", "64", "-m", "262144", "-d", "1024", "-V", "0", "-n", "1024", "-r", "64", "-l", "64", "-D",
      "0",
      "-o", "8", "-a", "512", "-R", "0", "-c", "4096", "-w", "64",
    ]
  ) { definitions, sound, record in
    [
      message("/notify", 1), message("/g_new", 1, 0, 0), message("/g_new", 2, 0, 1), message("/g_new", 3, 3, 2),
      message("/d_load", .string("\(definitions)/sine.scsyndef")), message("/s_new", "sine", 4, 1, 3, "freq", 440.0),
      message("/n_setn", 4, "arr", 3, 1.0, 2.0, 3.0), message("/n_mapn", 4, "freq", 7, 1), message("/s_get", 4, "freq"),
      message("/s_getn", 4, "arr", 3), message("/g_queryTree", 0, 1), message("/b_alloc", 0, 1024, 1),
      message("/b_setn", 0, 0, 4, 0.5, 0.25, 0.125, 1.0), message("/b_getn", 0, 0, 4),
      message("/b_allocRead", 1, .string(sound), 0, 0), message("/b_query", 1), message("/c_setn", 0, 2, 0.5, 0.75),
      message("/c_getn", 0, 2), message("/n_before", 4, 3), message("/g_deepFree", 1), message("/g_queryTree", 0, 1),
      message("/b_free", 0), message("/b_free", 1),
    ]
  }

  /// A group for each orbit, sounds read channel by channel, each event a group of its own in a bundle that fails silently.
  private static let superDirt = Boot(
    description: "SuperDirt",
    options: ["-b", "262144", "-m", "262144", "-w", "2048", "-n", "32768", "-R", "0", "-l", "4", "-i", "2", "-o", "2"]
  ) { definitions, sound, record in
    [
      message("/notify", 1, 0), message("/g_new", 1, 0, 0), message("/d_loadDir", .string(definitions)),
      message("/b_allocReadChannel", 0, .string(sound), 0, -1, 0), message("/b_query", 0), message("/g_new", 2, 0, 1),
      message("/g_new", 3, 1, 1), message("/s_new", "sine", 1000, 1, 3, "out", 4),
      bundle(
        OSCMessage("/error", -1), OSCMessage("/g_new", -1, 0, 2),
        OSCMessage("/s_new", "sine", -1, 0, 2, "freq", 300.0, "out", 2.0), OSCMessage("/s_new", "none", -1, 1, 2),
        OSCMessage("/error", -2)),
      message("/n_set", 1000, "freq", 200.0), message("/g_freeAll", 2), message("/g_queryTree", 3, 1),
      message("/n_free", 1000), message("/g_freeAll", 1), message("/b_free", 0),
    ]
  }
}
