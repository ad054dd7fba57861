import RealTime

/// Eight frames of up to four outputs, or of their gains.
typealias FourLanes = (Lanes, Lanes, Lanes, Lanes)

/// One signal by gains of its own for each output.
@inline(__always) func scaled(_ signal: Lanes, _ gains: FourLanes) -> FourLanes {
  (signal * gains.0, signal * gains.1, signal * gains.2, signal * gains.3)
}
