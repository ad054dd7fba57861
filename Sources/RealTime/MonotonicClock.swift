import CRealTime

/// The clock that never steps.
public enum MonotonicClock {
  public static var nanoseconds: UInt64 { syrinx_monotonic_nanoseconds() }
}
