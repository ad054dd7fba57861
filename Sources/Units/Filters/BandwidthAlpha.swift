import CRealTime

/// The cookbook's alpha of a bandwidth in octaves between the −3 dB points.
@inline(__always) func bandwidthAlpha(_ turn: Double, octaves: Double) -> Double {
  let sine = syrinx_sin(turn)
  return sine * syrinx_sinh(0.346_573_590_279_97 * octaves * turn / sine)
}
