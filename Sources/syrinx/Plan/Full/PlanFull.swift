import Foundation
import RemixPlan

/// Plays a whole plan on a server, and shows where it is.
struct PlanFull {
  let plan: RemixPlan
  /// What is odd about the plan: said once there is a server to play it.
  var notes: [String] = []

  /// - Returns: the exit code: 0 if the plan was played to its end, 128 plus the signal's number after SIGINT and
  ///   SIGTERM, which fade it out.
  /// - Throws: `StageError`.
  func run(host: String, port: Int) async throws -> Int32 {
    let stage = try await OSCPlanStage.connect(host: host, port: port)
    for note in notes { FileHandle.standardError.write(Data((note + "\n").utf8)) }
    do {
      let code = try await run(on: stage)
      await stage.close()
      return code
    } catch {
      await stage.close()
      throw error
    }
  }

  /// The same on a server that there is a connection to already, which stays open.
  func run(on stage: any PlanStage & StageMeters) async throws -> Int32 {
    let player = try PlanPlayer(plan: plan, stage: stage)
    let display = PlanDisplay(schedule: player.schedule, stage: stage)
    let interrupts = Interrupts()
    let showing = Task { await display.run(player.progress) }
    let interrupting = Task {
      var code: Int32 = 0
      for await signal in interrupts.signals {
        if code == 0 { code = 128 + signal }
        try? await player.stop()
      }
      return code
    }
    let result: Result<PlanOutcome, any Error>
    do { result = .success(try await player.playWhole()) } catch { result = .failure(error) }
    interrupts.end()
    // Behind an interrupt the player still fades out.
    let code = await interrupting.value
    player.close()
    await showing.value
    _ = try result.get()
    return code
  }
}
