import AudioIO
import Foundation

/// The line on which scripts wait.
enum ReadyLine {
  static func tell(_ session: LiveSession, port: Int) {
    // Straight to the descriptor: who waits for the line behind a pipe must not wait for a buffer to fill.
    FileHandle.standardOutput.write(Data((text(session, port: port) + "\n").utf8))
  }

  private static func text(_ session: LiveSession, port: Int) -> String {
    let format = session.format
    let block = format.blockFrames > 0 ? "block \(format.blockFrames)" : "block as the device asks"
    return "syrinx ready: port \(port) (UDP, TCP), \(session.backendName) “\(format.deviceName)”, "
      + "\(Int(format.sampleRate)) Hz, \(block), \(format.outputChannels) channels"
  }
}
