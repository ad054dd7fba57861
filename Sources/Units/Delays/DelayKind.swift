/// What a delay does with what it reads.
enum DelayKind {
  /// Puts it out.
  case delay
  /// Puts it out, and feeds it back.
  case comb
  /// Feeds it back, and subtracts what it writes.
  case allpass
}
