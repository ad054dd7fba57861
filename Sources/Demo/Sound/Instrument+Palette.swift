/// The instruments of the demo.
extension Instrument {
  // MARK: - Drums

  static let softKick = Instrument(
    unit: "KickDrum", amplitude: 0.9, settings: ["drop": 2.5, "click": 8, "decay": 0.38, "drive": 1.1], pitch: 31.5,
    send: 0.02)
  static let deepKick = Instrument(
    unit: "KickDrum", amplitude: 0.95, settings: ["drop": 3.5, "click": 16, "decay": 0.6, "drive": 1.6], pitch: 30,
    send: 0.05)
  static let danceKick = Instrument(
    unit: "KickDrum", amplitude: 1, settings: ["drop": 4.5, "click": 24, "decay": 0.36, "drive": 2], pitch: 32,
    send: 0.01)
  static func tom(_ pitch: Double, _ position: Double) -> Instrument {
    Instrument(
      unit: "KickDrum", amplitude: 0.6,
      settings: ["drop": 0.9, "dropTime": 0.25, "click": 3, "decay": 0.55, "drive": 1.1], pitch: pitch,
      position: position, send: 0.3)
  }

  static let dustySnare = Instrument(
    unit: "SnareDrum", amplitude: 0.8, settings: ["skin": 0.65, "rattle": 0.6, "decay": 0.24, "colour": 1200],
    pitch: 54, send: 0.16)
  static let bigSnare = Instrument(
    unit: "SnareDrum", amplitude: 0.9, settings: ["skin": 0.6, "rattle": 0.75, "decay": 0.4, "colour": 1300], pitch: 53,
    send: 0.4)
  static let crispSnare = Instrument(
    unit: "SnareDrum", amplitude: 0.85, settings: ["skin": 0.5, "rattle": 0.8, "decay": 0.26, "colour": 1500],
    pitch: 55, send: 0.2)

  static let closedHat = Instrument(
    unit: "HiHat", amplitude: 0.34, settings: ["decay": 0.08, "metal": 0.45, "colour": 7200], position: 0.25,
    spread: 0.12, send: 0.03)
  static let openHat = Instrument(
    unit: "HiHat", amplitude: 0.24, settings: ["decay": 0.42, "metal": 0.5, "colour": 6800], position: -0.3, send: 0.06)
  static let shaker = Instrument(
    unit: "HiHat", amplitude: 0.16, settings: ["decay": 0.11, "metal": 0, "colour": 5200, "attack": 0.012],
    position: -0.45, spread: 0.2, send: 0.08)
  static let crash = Instrument(
    unit: "HiHat", amplitude: 0.2, settings: ["decay": 2.2, "metal": 0.5, "colour": 4200, "size": 0.8], position: -0.15,
    send: 0.25)

  // MARK: - Basses

  static let roundBass = Instrument(
    unit: "BassVoice", amplitude: 0.6,
    settings: ["bite": 0.36, "brightness": 11, "darkness": 3.5, "closing": 0.35, "decay": 2.5, "drive": 1], send: 0)
  static let drivenBass = Instrument(
    unit: "BassVoice", amplitude: 0.6,
    settings: ["bite": 0.5, "brightness": 16, "darkness": 4, "closing": 0.25, "decay": 0.7, "drive": 1.2], send: 0,
    hold: 0.75)
  static let danceBass = Instrument(
    unit: "BassVoice", amplitude: 0.6,
    settings: ["bite": 0.55, "brightness": 14, "darkness": 4, "closing": 0.25, "decay": 1.2, "drive": 1.4], send: 0,
    hold: 0.85)

  // MARK: - Keys

  static let mellowPiano = Instrument(
    unit: "ElectricPiano", amplitude: 0.3, settings: ["bark": 2, "tine": 0.4, "decay": 6, "release": 0.35], spread: 0.3,
    send: 0.25)
  static let grandPiano = Instrument(
    unit: "ElectricPiano", amplitude: 0.3, settings: ["bark": 2.2, "tine": 0.16, "decay": 4.5, "release": 0.3],
    spread: 0.25, send: 0.3)
  static let stabPiano = Instrument(
    unit: "ElectricPiano", amplitude: 0.3, settings: ["bark": 3, "tine": 0.3, "decay": 2.4, "release": 0.12],
    spread: 0.35,
    send: 0.16, hold: 0.8)

  // MARK: - Voices

  static let softVoice = Instrument(
    unit: "LeadVoice", amplitude: 0.5,
    settings: ["breath": 0.09, "vibrato": 18, "attack": 0.06, "release": 0.2, "slide": 0.13, "size": 0.98], send: 0.3,
    hold: 1)
  static let fullVoice = Instrument(
    unit: "LeadVoice", amplitude: 0.5,
    settings: ["breath": 0.05, "vibrato": 26, "attack": 0.05, "release": 0.16, "slide": 0.1, "size": 0.94], send: 0.34,
    hold: 1)
  static let brightVoice = Instrument(
    unit: "LeadVoice", amplitude: 0.5,
    settings: ["breath": 0.04, "vibrato": 20, "attack": 0.025, "release": 0.1, "slide": 0.06, "size": 1.03], send: 0.26,
    hold: 0.97)

  func asSecondVoice(_ amplitude: Double, _ position: Double) -> Instrument {
    var second = self
    second.amplitude = amplitude
    second.position = position
    second.settings["size"] = (settings["size"] ?? 1) * 0.95
    return second
  }

  // MARK: - Pads, plucks, effects

  static let warmPad = Instrument(
    unit: "PadVoice", amplitude: 0.2,
    settings: ["attack": 0.5, "release": 0.7, "cutoff": 2000, "opening": 0.45, "detune": 10], send: 0.3, hold: 1)
  static let strings = Instrument(
    unit: "PadVoice", amplitude: 0.22,
    settings: ["attack": 0.28, "release": 0.5, "cutoff": 3400, "opening": 0.35, "detune": 14, "width": 0.9], send: 0.4,
    hold: 1)
  static let brightPad = Instrument(
    unit: "PadVoice", amplitude: 0.16,
    settings: ["attack": 0.12, "release": 0.35, "cutoff": 3000, "opening": 0.5, "detune": 16, "width": 1], send: 0.25,
    hold: 1)

  static let glassPluck = Instrument(
    unit: "PluckVoice", amplitude: 0.24,
    settings: ["brightness": 3200, "darkness": 500, "closing": 0.4, "decay": 1.6, "mix": 0.2], spread: 0.45, send: 0.45,
    hold: 1.6)
  static let harpPluck = Instrument(
    unit: "PluckVoice", amplitude: 0.24,
    settings: ["brightness": 4200, "darkness": 450, "closing": 0.5, "decay": 1.4, "mix": 0.6], spread: 0.5, send: 0.4,
    hold: 1.4)
  static let cometPluck = Instrument(
    unit: "PluckVoice", amplitude: 0.26,
    settings: ["brightness": 6500, "darkness": 600, "closing": 0.3, "decay": 0.8, "resonance": 2, "mix": 0.75],
    spread: 0.5, send: 0.35, hold: 1)

  static let breeze = Instrument(
    unit: "Riser", amplitude: 0.1, settings: ["low": 400, "high": 4500], send: 0.35, hold: 1)
  static let gust = Instrument(
    unit: "Riser", amplitude: 0.16, settings: ["low": 300, "high": 7500], send: 0.3, hold: 1)
}
