import CRealTime
import Control
import Foundation
import OSC
import RealTime
import Render
import SoundFiles

/// Renders a score into a sound file, block by block, exactly as scsynth does: a bundle takes effect in the block up to whose
/// end it is due, and the file ends with the block of the last.
public struct ScoreRenderer {
  private let server: ScsynthServer
  private let engine: EngineControl
  private let score: ScsynthOptions.Score
  private let reader: ScoreReader
  private let output: PlainSoundFile
  private let input: PlainSoundFile?
  private let options: ScsynthOptions
  private let print: (String) -> Void

  private static let block = RenderContext.blockFrames
  private static let unitsPerSecond = 4_294_967_296.0

  /// Opens everything that is needed.
  ///
  /// - Parameter print: takes what is meant for standard output, line by line.
  public init(_ options: ScsynthOptions, _ score: ScsynthOptions.Score, print: @escaping (String) -> Void) throws {
    guard let format = PlainSoundFormat(header: score.header, samples: score.samples) else {
      throw ScoreError("there is no sound file of header \(score.header) and samples \(score.samples)")
    }
    let rate = Double(score.sampleRate)
    do throws(SoundFileError) {
      output = try PlainSoundFile(writing: score.output, format, channels: options.outputs, sampleRate: rate)
    } catch {
      throw ScoreError("Couldn't open non real time output file. \(score.output): \(error)")
    }
    var options = options
    if let path = score.input {
      do throws(SoundFileError) {
        let file = try PlainSoundFile(reading: path)
        if file.channels != options.inputs {
          print("WARNING: input file channels didn't match number of inputs specified in options.")
        }
        if file.sampleRate != rate { print("WARNING: input file sample rate does not equal output sample rate.") }
        options.inputs = file.channels
        input = file
      } catch {
        throw ScoreError("Couldn't open non real time input file. \(path): \(error)")
      }
    } else {
      input = nil
    }
    var configuration = RenderConfiguration(
      sampleRate: rate, outputChannels: options.outputs, inputChannels: options.inputs)
    configuration.audioBuses = max(options.audioBuses, options.outputs + options.inputs)
    configuration.controlBuses = options.controlBuses
    configuration.buffers = options.buffers
    configuration.randomGenerators = options.randomSeeds
    configuration.isSampleAccurate = options.isSampleAccurate
    engine = try EngineControl(configuration)
    server = ScsynthServer(
      engine: engine, options: options, worker: ScsynthWorker(.inline), clocks: .none, print: print)
    reader = try ScoreReader(path: score.commands)
    self.options = options
    self.score = score
    self.print = print
  }

  /// Renders all of it.
  ///
  /// - Throws: where the score breaks; what came before is in the file.
  public func run() throws {
    defer { output.close() }
    if options.loadsSynthDefs { server.loadStandardDefinitions() }
    guard var bundle = try reader.next() else { throw ScoreError("command file empty.") }
    let planes = BlockPlanes(outputs: options.outputs, inputs: options.inputs)
    defer {
      endStreams(planes)
      planes.deallocate()
    }
    let framesPerUnit = Double(score.sampleRate) / Self.unitsPerSecond
    let step = Int64(Double(Self.block) / framesPerUnit)
    var now: Int64 = 0
    var previous = Int64(bitPattern: bundle.timeTag.rawValue)
    tell("start time", bundle)
    while true {
      var isLast = false
      input?.readBlock(planes)
      while Int64(bitPattern: bundle.timeTag.rawValue) <= now + step {
        let due = Int64(bitPattern: bundle.timeTag.rawValue)
        let exact = Float(Double(Float(due &- now)) * framesPerUnit + 0.5)
        let offset = exact.rounded(.down)
        let frame = Int64(max(0, min(Float(Self.block - 1), offset)))
        server.perform(
          bundle.elements, at: .frame(engine.position + frame), fraction: exact - offset, from: .none)
        guard let next = try reader.next() else {
          isLast = true
          break
        }
        bundle = next
        tell("nextOSCPacket", bundle)
        let time = Int64(bitPattern: bundle.timeTag.rawValue)
        guard time >= previous else {
          print("ERROR: Packet time stamps out-of-order.")
          return
        }
        previous = time
      }
      planes.render(engine.renderer)
      server.poll()
      planes.write(to: output)
      if isLast { return }
      now += step
    }
  }

  /// Synths that still record have their last frames written. The blocks in which they end are no part of the sound.
  private func endStreams(_ planes: BlockPlanes) {
    server.poll()
    var isDone = false
    server.endStreams { isDone = true }
    var blocks = 0
    while !isDone, blocks < 8 {
      planes.render(engine.renderer)
      server.poll()
      blocks += 1
    }
  }

  private func tell(_ what: String, _ bundle: OSCBundle) {
    guard options.verbosity >= 0 else { return }
    let seconds = Double(Int64(bitPattern: bundle.timeTag.rawValue)) / Self.unitsPerSecond
    print("\(what) \(String(format: "%g", seconds))")
  }
}

extension PlainSoundFile {
  /// The next block into the input planes; silence behind the end.
  fileprivate func readBlock(_ planes: BlockPlanes) {
    planes.read { read(into: $0, frames: RenderContext.blockFrames) }
  }
}
