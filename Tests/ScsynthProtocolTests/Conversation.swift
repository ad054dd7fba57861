import OSC

/// What a client says, step by step: every command, well and badly used.
enum Conversation {
  struct Step: Sendable {
    var packet: OSCPacket
    /// What is to come before the step is over, where that takes its time.
    var awaited: OSCAddress?
  }

  private static func message(_ address: OSCAddress, _ arguments: OSCArgument...) -> Step {
    Step(packet: .message(OSCMessage(address, arguments)))
  }

  private static func message(_ address: OSCAddress, _ arguments: [OSCArgument]) -> Step {
    Step(packet: .message(OSCMessage(address, arguments)))
  }

  private static func bundle(_ messages: OSCMessage...) -> Step {
    Step(packet: .bundle(OSCBundle(timeTag: .immediately, messages: messages)))
  }

  private static func slow(_ address: OSCAddress, _ message: OSCMessage) -> Step {
    Step(packet: .message(message), awaited: address)
  }

  /// - Parameter file: a sound file that may be written and read.
  static func steps(file: String) throws -> [Step] {
    let sine = try Definitions.bytes(Definitions.sine)
    let all = try Definitions.bytes(
      Definitions.sine, Definitions.line("short", doneAction: 2), Definitions.line("pause", doneAction: 1))
    let begin: [Step] = [
      message("/d_recv", .blob(all)),
      message("/d_recv", .blob(sine), .blob(OSCPacket.message(OSCMessage("/g_new", 900, 0, 0)).encoded())),
      message("/n_free", 900),
    ]
    // Without definitions, which the nodes' part frees, nothing of the bundles' would come.
    return begin + nodes + begin + bundles + buffers(file: file)
  }

  /// Nodes and buses.
  private static let nodes: [Step] = [
    message("/version", []),
    message("/notify", 1),
    message("/notify", 1),
    message("/notify", 1, 3),
    message("/n_free", 900),
    message("/no_such", 1),
    message(.number(52), 79),
    message("/s_new", "nodef", 1000, 0, 0),
    message("/s_new", []),
    message("/s_new", "sine", 1000, 0, 77),
    message("/s_new", "sine", 1000, 2, 77),
    message("/s_new", "sine", 1000, 0, 0),
    message("/s_new", "sine", 1000, 0, 0),
    message("/s_new", "sine", -1, 0, 0),
    message("/s_new", "sine", -2, 0, 0),
    message("/s_new", "sine", 1001, 9, 0),
    message("/s_new", "sine", 1001, 0, 1000),
    message("/s_new", "sine", 1001, 3, 1000, "freq", 100.0, "arr", .array([5.0, 6.0])),
    message("/s_new", "sine", 1002, 2, 1000),
    message("/s_new", "sine.low", 1003, 1, 0),
    message("/s_new", "sine", 1004, 4, 1002),
    message("/s_new", "sine", 1004, 4, 1004),
    message("/s_new", "sine", 1005, 1, 0, "freq", "c7", "out", "a3"),
    message("/g_new", 1, 0, 0),
    message("/g_new", 1, 0, 0),
    message("/g_new", 1, 0, 1),
    message("/g_new", 2, 1, 0, 3, 0, 1, 4, 1, 1),
    message("/g_new", 5, 0, 99),
    message("/g_new", 5, 2, 99),
    message("/g_new", 5, 4, 0),
    message("/p_new", 6, 1, 0),
    message("/g_new", -5, 1, 0),
    message("/u_cmd", 1000, 1, "foo"),
    message("/u_cmd", 1000, 99, "foo"),
    message("/u_cmd", 1, 0, "foo"),
    message("/u_cmd", 1000, 0),
    message("/n_query", 1000, 1),
    message("/n_query", 1000, 55),
    message("/n_set", 1000, "freq", 333.0, "arr", .array([9.0, 8.0, 7.0]), "nope", 1.0),
    message("/s_get", 1000, "freq", "arr", 3, 99),
    message("/s_getn", 1000, "arr", 3, 0, 2),
    message("/n_setn", 1000, "arr", 2, 1.5, 2.5),
    message("/s_getn", 1000, "arr", 3),
    message("/n_set", 55, "freq", 333.0),
    message("/s_get", 55, "freq"),
    message("/s_get", 1, "freq"),
    message("/n_map", 1000, "freq", 9),
    message("/n_mapa", 1000, "arr", 4),
    message("/g_queryTree", 0, 0),
    message("/g_queryTree", 55, 1),
    message("/g_queryTree", 1000, 1),
    message("/n_map", 1000, "freq", -1),
    message("/s_get", 1000, "freq"),
    message("/n_run", 1000, 0),
    message("/n_run", 1000, 0),
    message("/n_run", 1000, 1, 55, 1, 1001, 0),
    message("/n_before", 1001, 1003),
    message("/n_after", 1001, 1000, 55, 1000, 1003, 55),
    message("/g_head", 1, 1000),
    message("/g_head", 1, 1000),
    message("/g_tail", 1, 1001),
    message("/g_head", 55, 1000),
    message("/g_head", 1, 55),
    message("/g_head", 1000, 1001),
    message("/n_order", 0, 2, 1000, 1003, 55, 1001),
    message("/n_order", 3, 1, 1003, 1000),
    message("/n_order", 0, 55, 1000),
    message("/n_order", 0, 1, 55, 56),
    message("/n_order", 4, 1, 1000),
    message("/g_queryTree", 0, 0),
    message("/s_noid", 1001),
    message("/s_noid", 4711),
    message("/n_free", 1001),
    message("/g_deepFree", 2),
    message("/g_freeAll", 1),
    message("/g_freeAll", 1000),
    message("/n_free", 1003, 55, 1004),
    message("/n_free", 0),
    message("/g_queryTree", 0, 0),
    message("/g_freeAll", 0),
    message("/g_queryTree", 0, 0),
    message("/g_freeAll", 0),
    message("/c_set", 0, 1.5, 1, 2.5),
    message("/c_get", 0, 1),
    message("/c_setn", 10, 3, 1.0, 2.0, 3.0),
    message("/c_getn", 10, 3, 0, 2),
    message("/c_fill", 10, 2, 7.0),
    message("/c_getn", 9, 5),
    message("/c_set", 99999, 1.0),
    message("/c_get", 0, 99999),
    message("/c_getn", 16380, 10),
    message("/c_set", 0, 3),
    message("/c_get", 0),
    message("/b_alloc", 0, 100, 2),
    message("/b_query", 0, 1, 2),
    message("/b_getn", 1, 0, 8),
    message("/b_get", 1, 0, 3),
    message("/b_get", 1, 0, 99),
    message("/b_getn", 1, 6, 99),
    message("/b_set", 1, 5, 0.5, 6, 0.25),
    message("/b_set", 1, 99, 0.5),
    message("/b_fill", 1, 6, 2, 9.0),
    message("/b_getn", 1, 0, 8),
    message("/b_zero", 1),
    message("/b_getn", 1, 0, 8),
    message("/b_gen", 1, "sine1", 7, 1.0, 0.5),
    message("/b_getn", 1, 0, 8),
    message("/b_gen", 1, "sine2", 5, 1.0, 0.5, 3.0, 0.25),
    message("/b_getn", 1, 0, 8),
    message("/b_gen", 1, "sine3", 4, 1.0, 0.5, 0.3),
    message("/b_getn", 1, 0, 8),
    message("/b_gen", 1, "cheby", 7, 1.0, 0.0, 1.0),
    message("/b_getn", 1, 0, 8),
    message("/b_gen", 1, "cheby", 5, 1.0, 0.0, 1.0),
    message("/b_getn", 1, 0, 8),
    message("/b_alloc", 2, 8, 1),
    message("/b_gen", 2, "copy", 2, 1, 1, 3),
    message("/b_getn", 2, 0, 8),
    message("/b_gen", 2, "normalize", 0.5),
    message("/b_getn", 2, 0, 8),
    message("/b_gen", 2, "nope", 0.5),
    message("/b_query", 3),
    message("/b_getn", 3, 0, 8),
    message("/b_getn", 3, 0, 3),
    message("/b_query", 4),
    message("/b_getn", 2, 0, 8),
    message("/b_read", 2, "/tmp/door/none.wav"),
    message("/b_allocRead", 5, "/tmp/door/none.wav"),
    message("/b_write", 1, "/nonexistent/x.wav", "wav", "float"),
    message("/b_write", 1, "/tmp/door/x.wav", "foo", "float"),
    message("/b_close", 1),
    message("/b_free", 1),
    message("/b_getn", 1, 0, 1),
    message("/error", 0),
    message("/n_free", 99),
    message("/error", 1),
    message("/cmd", "foo"),
    message("/u_cmd", 1000, 0, "foo"),
    message("/d_free", "short"),
    message("/s_new", "short", 3003, 0, 0),
    message("/d_freeAll", []),
    message("/clearSched", []),
    message("/notify", 0),
    message("/notify", 0),
    message("/notify", 1, 0),
  ]

  private static let bundles: [Step] = [
    slow("/n_end", OSCMessage("/s_new", "short", 2000, 0, 0)),
    slow("/n_off", OSCMessage("/s_new", "pause", 2001, 0, 0)),
    bundle(
      OSCMessage("/c_set", 3, 5.0), OSCMessage("/c_get", 3), OSCMessage("/n_free", 99), OSCMessage("/c_get", 3)),
    bundle(
      OSCMessage("/error", -1), OSCMessage("/n_free", 99), OSCMessage("/error", -2), OSCMessage("/n_free", 98)),
    bundle(
      OSCMessage("/g_new", 10, 0, 0), OSCMessage("/g_new", 11, 0, 10), OSCMessage("/g_new", 12, 0, 11),
      OSCMessage("/n_query", 12), OSCMessage("/n_free", 10)),
  ]

  private static func buffers(file: String) -> [Step] {
    [
      message("/b_alloc", 20, 8, 1, .blob(OSCPacket.message(OSCMessage("/b_setn", 20, 0, 3, 1.0, 2.0, 3.0)).encoded())),
      message("/b_getn", 20, 0, 8), message("/b_write", 20, .string(file), "wav", "float"),
      message("/b_allocRead", 21, .string(file)), message("/b_query", 21), message("/b_getn", 21, 0, 8),
      message("/b_allocRead", 21, .string(file), 2, 3), message("/b_getn", 21, 0, 3),
      message("/b_allocReadChannel", 22, .string(file), 0, 0, 0), message("/b_query", 22),
      message("/b_zero", 20), message("/b_read", 20, .string(file), 0, 4, 3), message("/b_getn", 20, 0, 8),
      message("/b_allocReadChannel", 23, .string(file), 0, 0, 7), message("/b_free", 20), message("/b_getn", 20, 0, 1),
    ]
  }
}
