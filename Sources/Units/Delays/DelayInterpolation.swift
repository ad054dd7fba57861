/// How a delay reads between two frames.
enum DelayInterpolation {
  case none
  case linear
  case cubic
}
