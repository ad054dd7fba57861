import Control
import Foundation
import OSC
import SoundFiles

/// The score of a batch, as `scsynth -N` reads it.
enum NullScore {
  /// - Parameter folder: takes the SynthDefs and sound files that the score names.
  static func bytes(of batch: NullBatch, _ folder: URL) throws -> [UInt8] {
    var messages: [OSCMessage] = []
    let defs = folder.appendingPathComponent("null.scsyndef")
    try Data(NullSynthDef.file(batch.members.map(\.def))).write(to: defs)
    messages.append(OSCMessage("/d_load", .string(defs.path)))
    for member in batch.members {
      for (index, buffer) in member.nullCase.buffers.enumerated() {
        messages += try self.messages(for: buffer, number: member.firstBuffer + index, folder)
      }
    }
    for (index, member) in batch.members.enumerated() {
      messages.append(OSCMessage("/s_new", .string(member.def.name), .int32(Int32(1000 + index)), .int32(1), .int32(0)))
    }
    var bytes = messages.flatMap { packet(0, $0) }
    bytes += packet(batch.seconds, OSCMessage("/c_set", .int32(0), .float32(0)))
    return bytes
  }

  /// The score of one case, so many times, for as long as is wanted.
  static func bytes(of member: NullBatch.Member, copies: Int, seconds: Double, _ folder: URL) throws -> [UInt8] {
    let defs = folder.appendingPathComponent("null.scsyndef")
    try Data(NullSynthDef.file([member.def])).write(to: defs)
    var messages = [OSCMessage("/d_load", .string(defs.path))]
    for (index, buffer) in member.nullCase.buffers.enumerated() {
      messages += try self.messages(for: buffer, number: member.firstBuffer + index, folder)
    }
    for index in 0..<copies {
      messages.append(OSCMessage("/s_new", .string(member.def.name), .int32(Int32(1000 + index)), .int32(1), .int32(0)))
    }
    return messages.flatMap { packet(0, $0) } + silence(seconds: seconds)
  }

  /// The end of a score.
  static func silence(seconds: Double) -> [UInt8] { packet(seconds, OSCMessage("/c_set", .int32(0), .float32(0))) }

  private static func messages(for buffer: NullBuffer, number: Int, _ folder: URL) throws -> [OSCMessage] {
    let number = Int32(number)
    switch buffer {
    case .empty(let frames, let channels):
      return [OSCMessage("/b_alloc", .int32(number), .int32(Int32(frames)), .int32(Int32(channels)))]
    case .generated(let frames, let command, let arguments):
      return [
        OSCMessage("/b_alloc", .int32(number), .int32(Int32(frames)), .int32(1)),
        OSCMessage("/b_gen", [.int32(number), .string(command)] + arguments),
      ]
    case .samples(let samples, let channels):
      let path = folder.appendingPathComponent("buffer\(number).wav").path
      let writer = try SoundFileWriter(
        path: path, format: .wavFloat32, channels: channels, sampleRate: NullBatch.sampleRate)
      try writer.write(samples, frames: samples.count / channels)
      try writer.close()
      return [OSCMessage("/b_allocRead", .int32(number), .string(path))]
    }
  }

  private static func packet(_ seconds: Double, _ message: OSCMessage) -> [UInt8] {
    let time = OSCTimeTag(rawValue: UInt64(seconds * 4_294_967_296))
    let encoded = OSCPacket.bundle(OSCBundle(timeTag: time, messages: [message])).encoded()
    return withUnsafeBytes(of: UInt32(encoded.count).bigEndian) { Array($0) } + encoded
  }
}
