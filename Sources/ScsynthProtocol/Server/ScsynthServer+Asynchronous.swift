import Control
import OSC
import RealTime
import Render

/// Commands that take their time: what they do with files and memory is done by the worker, one after another, and what
/// comes of it takes effect in a moment of its own, unless it was done at once.
extension ScsynthServer {
  /// - Parameters:
  ///   - isQuick: it may be done at once when nothing else is in the way.
  ///   - other: does it, in place of the usual worker.
  ///   - then: puts what is to happen into the moment.
  func asynchronously<Result: Sendable>(
    _ request: ScsynthRequest, _ moment: ScsynthMoment, isQuick: Bool, by other: ScsynthWorker? = nil,
    _ work: @escaping @Sendable () -> Result, then: @escaping (Result, ScsynthMoment) -> Void
  ) {
    (other ?? worker).run(isQuick: isQuick, work) { [weak self] result, isAtOnce in
      guard let self else { return }
      if isAtOnce {
        then(result, moment)
        return
      }
      let later = ScsynthMoment(at: .immediately, from: request.client)
      later.begin(request)
      then(result, later)
      commit(later)
    }
  }

  /// The same with the memory of a buffer, as it is once earlier work is done; nil: it is empty.
  func asynchronously<Result: Sendable>(
    _ request: ScsynthRequest, _ moment: ScsynthMoment, isQuick: Bool, of buffer: Int32,
    _ work: @escaping @Sendable (SampleMemory?) -> Result, then: @escaping (Result, ScsynthMoment) -> Void
  ) {
    let cell = buffers.cell(of: buffer)
    asynchronously(request, moment, isQuick: isQuick, { work(cell.newestMemory) }, then: then)
  }

  /// Has new memory made for a buffer, which later work finds there; nil where there was a mistake, and all stays.
  func replacingMemory(
    _ request: ScsynthRequest, _ moment: ScsynthMoment, isQuick: Bool, of buffer: Int32,
    _ make: @escaping @Sendable () -> Result<SampleMemory?, ScsynthFailure>,
    then: @escaping (Result<SampleMemory?, ScsynthFailure>, ScsynthMoment) -> Void
  ) {
    let cell = buffers.cell(of: buffer)
    asynchronously(request, moment, isQuick: isQuick) {
      let result = make()
      if case .success(let memory) = result { cell.replace(with: memory) }
      return result
    } then: {
      then($0, $1)
    }
  }

  /// Performs a completion message, then answers `/done`.
  func complete(
    _ request: ScsynthRequest, _ message: [UInt8]?, in moment: ScsynthMoment, _ arguments: OSCArgument...
  ) {
    if let message {
      do throws(OSCDecodingError) {
        switch try OSCPacket(decoding: message) {
        case .message(let message): perform([.message(message)], in: moment)
        case .bundle(let bundle):
          if bundle.timeTag.isImmediate {
            perform(bundle.elements, in: moment)
          } else {
            accept(.bundle(bundle), from: moment.client)
          }
        }
      } catch {
        output("\(request.address): its completion message is broken: \(error)")
      }
    }
    // Behind what the completion message said.
    moment.afterwards { [weak self] _ in
      self?.tellForgotten()
      if !request.hasFailed { request.answer(arguments) }
    }
  }

  /// Takes definitions in; those that are broken, or whose units there are not, change nothing.
  func defineSynths(
    _ request: ScsynthRequest, _ moment: ScsynthMoment, _ completion: [UInt8]?,
    _ read: @escaping @Sendable () -> SynthDefSource.Reading
  ) {
    asynchronously(request, moment, isQuick: true, read) { [weak self] reading, moment in
      guard let self else { return }
      let faults = reading.faults + add(reading.definitions)
      if !faults.isEmpty {
        for fault in faults { output("*** ERROR: \(fault)") }
        request.fail(ScsynthFailure(faults.joined(separator: "; ")))
      }
      complete(request, completion, in: moment)
    }
  }

  /// Gives back what was wrong.
  func add(_ definitions: [SynthDef]) -> [String] {
    var faults: [String] = []
    for definition in definitions {
      do throws(SynthDefError) { library.add(try engine.blueprint(definition)) } catch {
        faults.append(error.description)
      }
    }
    return faults
  }

  /// What `/status.reply` tells.
  func statusArguments() -> [OSCArgument] {
    let telemetry = engine.memory.telemetry
    return [
      .int32(1), .int32(Int32(telemetry.unitCount)), .int32(Int32(telemetry.synthCount)),
      .int32(Int32(telemetry.groupCount)), .int32(Int32(library.count)), .float32(load.average), .float32(load.peak),
      .double(engine.sampleRate), .double(actualSampleRate()),
    ]
  }

  /// A client's path, kept within the folder that the server was told to keep to.
  func jailed(_ path: String) -> String {
    options.restrictedPath.map { PathJail.path(path, within: $0) } ?? path
  }

  // MARK: - Buffers

  /// - Throws: when there is no buffer of that number.
  func bufferNumber(_ number: Int32) throws(ScsynthFailure) -> Int32 {
    guard number >= 0, Int(number) < min(options.buffers, buffers.capacity) else { throw .indexOutOfRange }
    return number
  }

  /// Puts memory in place of what a buffer holds, which goes once the audio thread has let go of it.
  func setBuffer(_ number: Int32, _ memory: SampleMemory?, in moment: ScsynthMoment) {
    let old = buffers.set(number, memory)
    // A buffer that is freed keeps its rate, as scsynth's do.
    let buffer = SampleBuffer(
      samples: memory?.samples, frames: memory?.frames ?? 0, channels: memory?.channels ?? 0,
      sampleRate: memory?.sampleRate ?? engine.memory.buffers.base[Int(number)].sampleRate)
    moment.edit { $0.setBuffer(Int(number), to: buffer) }
    moment.afterwards { _ in withExtendedLifetime(old) {} }
  }

  /// What came of making new memory.
  func finish(
    _ request: ScsynthRequest, _ result: Result<SampleMemory?, ScsynthFailure>, _ number: Int32, _ completion: [UInt8]?,
    in moment: ScsynthMoment
  ) {
    switch result {
    case .failure(var failure):
      failure.buffer = number
      request.fail(failure)
    case .success(let memory):
      setBuffer(number, memory, in: moment)
      complete(request, completion, in: moment, .int32(number))
    }
  }

  /// Number, frames, channels, rate.
  func bufferInfo(_ number: Int32) -> [OSCArgument] {
    guard number >= 0, Int(number) < buffers.capacity else { return [.int32(number), 0, 0, .float32(0)] }
    let buffer = engine.memory.buffers.base[Int(number)]
    return [
      .int32(number), .int32(Int32(clamping: buffer.frames)), .int32(Int32(clamping: buffer.channels)),
      .float32(Float(buffer.sampleRate)),
    ]
  }
}
