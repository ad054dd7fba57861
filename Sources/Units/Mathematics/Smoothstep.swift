/// A ramp from 0 to 1 that starts and ends level: 3u² − 2u³. `u` in 0…1.
@inline(__always) func smoothstep(_ u: Lanes) -> Lanes { u * u * (3 - 2 * u) }
