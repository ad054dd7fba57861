/// One instrument's part in a stem.
struct Part {
  let instrument: Instrument
  let line: Line
}
