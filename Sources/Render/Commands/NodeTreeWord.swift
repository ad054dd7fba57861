/// How `readTree` writes a group and all below it, parents first, in words of 32 bits.
///
/// A group: `group`, id, number of children. A synth: `synth`, id, tag (low, high), number of controls told, and for each
/// control its setting's bits, its `ControlSlot.Source`, its bus.
public enum NodeTreeWord {
  public static let group: UInt32 = 0
  public static let synth: UInt32 = 1
}
