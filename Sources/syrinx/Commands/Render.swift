import ArgumentParser
import Foundation
import Logging
import RemixPlan
import SoundFiles

struct Render: AsyncParsableCommand {
  enum Encoding: String, ExpressibleByArgument, CaseIterable {
    case pcm16, pcm24, float32

    var format: SoundFileFormat.Encoding {
      switch self {
      case .pcm16: .pcm16
      case .pcm24: .pcm24
      case .float32: .float32
      }
    }
  }

  static let configuration = CommandConfiguration(
    abstract: "Renders a remix plan into a file, faster than it plays: the same samples as live.")

  @Argument(help: "The plan, a JSON file.")
  var file: String

  @Argument(help: "The file to write: .wav, .rf64, .flac, .aiff …")
  var output: String

  @Option(help: "In hertz.")
  var sampleRate: Double = 44_100

  @Option(help: "pcm16, pcm24 or float32, where the format has a choice.")
  var encoding: Encoding = .pcm24

  @OptionGroup var master: MasterOptions
  @OptionGroup var keyLock: KeyLockOptions
  @Option(help: "How stems are read between their samples: cubic, sinc16, sinc32 or sinc64, from cheap to clean.")
  var quality: Quality = .sinc32

  @OptionGroup var memory: MemoryOptions
  @OptionGroup var logging: LogOptions

  func validate() throws {
    guard sampleRate >= 8000 && sampleRate <= 768_000 else {
      throw ValidationError("--sample-rate must be 8000 to 768000 Hz, got \(sampleRate)")
    }
  }

  func run() async throws {
    do {
      let reading = PlanFile.read(file)
      let plan = try reading.playable()
      var log = logging.makeLogger()
      if !logging.verbose && !logging.quiet { log.logLevel = .notice }
      for problem in reading.lines { log.notice("\(problem)") }
      let schedule = try PlanSchedule(plan: plan, sampleRate: sampleRate)
      let bar = RenderProgress(totalSeconds: schedule.totalSeconds, quiet: logging.quiet)
      // A plain WAV opens everywhere; RF64 only where it must be.
      let isLong = schedule.totalSeconds * sampleRate * 8 > 4e9
      let format = try SoundFileFormat.named(
        byExtensionOf: output, encoding: encoding.format, unlimited: isLong)
      let stage = try OfflinePlanStage(
        path: output, format: format, sampleRate: sampleRate, interpolation: quality.interpolation,
        limiter: master.limiter, keyLock: keyLock.engine, buffers: memory.policy, log: log
      ) {
        bar.show(seconds: $0)
      }
      let began = ContinuousClock.now
      let player = try PlanPlayer(plan: plan, stage: stage)
      let events = Task {
        for await event in player.progress {
          if case .loadFailed = event { log.warning("\(player.schedule.words(for: event))") }
        }
      }
      try await player.playWhole()
      player.close()
      await events.value
      let seconds = try await stage.close()
      for refusal in await stage.takeRefusals() { log.warning("\(refusal)") }
      bar.finish(seconds: seconds, took: ContinuousClock.now - began, output)
    } catch {
      throw Failure(error)
    }
  }
}
