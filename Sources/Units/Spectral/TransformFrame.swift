import Fourier
import RealTime

/// What a transform and its way back share: the buffer, the part of it that is sound, the window.
struct TransformFrame: BitwiseCopyable {
  /// The number as it came in the start; the transform keeps to that buffer.
  let number: Float
  /// Samples in the buffer, and how many of them are sound: behind them are zeros.
  let size: Int
  let length: Int
  let transform: FourierTransform
  let window: UnsafeMutablePointer<Float>?

  /// Nil where scsynth has none: the buffer's size and the length must be powers of two, and whole blocks.
  @inline(__always)
  init?(
    _ context: UnsafePointer<RenderContext>, _ plans: FourierPlans, number: Float, windowSize: Float, windowType: Float
  ) {
    guard let spectrum = Spectrum(context, number) else { return nil }
    let wanted = FrameCount.whole(Double(windowSize), atLeast: 0)
    self.number = Float(Int(number))
    size = spectrum.count
    length = wanted < 1 ? size : min(size, wanted)
    guard length >= RenderContext.blockFrames, length & (length &- 1) == 0 else { return nil }
    guard let transform = plans.transform(length: size) else { return nil }
    self.transform = transform
    window = plans.window(SpectrumWindow(number: windowType), length: length)
  }

  /// The spectrum's buffer; nil when it is another one meanwhile.
  @inline(__always)
  func spectrum(_ context: UnsafePointer<RenderContext>) -> Spectrum? {
    guard let spectrum = Spectrum(context, number), spectrum.count == size else { return nil }
    return spectrum
  }

  /// `length` samples through the window and times `factor`; then zeros.
  @inline(__always)
  func lay(_ from: UnsafeMutablePointer<Float>, times factor: Float, to: UnsafeMutablePointer<Float>) {
    let gain = Lanes(repeating: factor)
    var frame = 0
    if let window {
      while frame < length {
        (Lanes(loading: from + frame) * Lanes(loading: window + frame) * gain).store(to: to + frame)
        frame &+= 8
      }
    } else {
      while frame < length {
        (Lanes(loading: from + frame) * gain).store(to: to + frame)
        frame &+= 8
      }
    }
    clear(to + length, size &- length)
  }
}
