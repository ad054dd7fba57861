public import RealTime

/// A bass drum or a tom: a sine that drops in pitch and dies away. It frees its synth when it has.
public struct KickDrum: UnitGenerator {
  public static let specification = UnitSpecification(
    "KickDrum", "A bass drum: a sine that drops in pitch and dies away. Inputs are taken when the note begins.",
    inputs: [
      .init(
        "frequency", "Where the pitch settles.", range: 20...2000, measure: "hertz", standard: 48, rates: [.scalar]),
      .init("amplitude", "Peak.", range: 0...4, standard: 0.5, rates: [.scalar]),
      .init("drop", "How far above it begins, in multiples of it.", range: 0...40, standard: 4, rates: [.scalar]),
      .init(
        "dropTime", "Time of the drop to a thousandth.", range: 0...2, measure: "seconds", standard: 0.12,
        rates: [.scalar]),
      .init("click", "A second, very quick drop, likewise.", range: 0...80, standard: 20, rates: [.scalar]),
      .init("decay", "Time to fall by 60 dB.", range: 0.01...10, measure: "seconds", standard: 0.45, rates: [.scalar]),
      .init("drive", "How hard it is saturated.", range: 0.1...10, standard: 1.4, rates: [.scalar]),
    ],
    outputs: ["drum"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  /// The second drop's time to a thousandth, in seconds.
  private static let clickTime: Float = 0.012

  private var start = NoteStart()
  private var phase: Float = 0
  private let turns: Float
  private var drop: Float
  private let dropFall: Float
  private var click: Float
  private let clickFall: Float
  private var level: StruckLevel
  private let drive: Float
  private let gain: Float

  public init(_ preparation: UnitPreparation) {
    func number(_ index: Int) -> Float { preparation.number(index, of: Self.specification) }
    turns = preparation.turns(number(0))
    drop = number(2)
    dropFall = preparation.fall(number(3))
    click = number(4)
    clickFall = preparation.fall(Self.clickTime)
    level = StruckLevel(preparation, decay: number(5))
    drive = number(6)
    gain = number(1) / hyperbolicTangent(Lanes(repeating: number(6)))[0]
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let phases = context.pointee.scratch
    let levels = phases + 64
    var frame = start.frame(context, silencing: phases)
    var silent = 0
    while silent < frame {
      levels[silent] = 0
      silent &+= 1
    }
    while frame < frames {
      phases[frame] = phase
      let moved = turns * (1 + drop + click)
      phase += moved < 0.45 ? moved : 0.45
      if phase > 0.5 { phase -= 1 }
      drop *= dropFall
      click *= clickFall
      levels[frame] = level.next() * gain
      frame &+= 1
    }
    frame = 0
    while frame < frames {
      let wave = hyperbolicTangent(sine(turns: Lanes(loading: phases + frame)) * drive)
      (wave * Lanes(loading: levels + frame)).store(to: wires[7] + frame)
      frame &+= 8
    }
    if level.isOver { context.pointee.doneAction.pointee = 2 }
  }
}
