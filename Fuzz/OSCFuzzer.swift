// Compiled together with Sources/OSC by Scripts/fuzz.sh.

/// What libFuzzer calls with every input. An input that decodes must survive its own encoding, and one that is read as
/// a pattern and an address must be matched in bounded time; anything else traps.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOSC(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeRawBufferPointer(start: start, count: count)
  roundTrip(bytes)
  matchPattern(bytes)
  return 0
}

private func roundTrip(_ bytes: UnsafeRawBufferPointer) {
  do {
    let packet = try OSCPacket(decoding: bytes)
    let encoded = packet.encoded()
    precondition(encoded.count % 4 == 0)
    precondition(try! OSCPacket(decoding: encoded) == packet)
    for message in packet.messages {
      precondition(!message.description.utf8.contains(UInt8(ascii: "\n")))
      for argument in message.arguments { _ = (argument.asInteger, argument.asNumber, argument.asText) }
      if case .path(let path) = message.address { match(path, "/stem_volume") }
    }
  } catch {
    precondition((0...bytes.count).contains(error.offset))
    precondition(!error.description.isEmpty)
  }
}

/// The input up to the first newline is the pattern, the rest the address.
private func matchPattern(_ bytes: UnsafeRawBufferPointer) {
  let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1)
  guard let pattern = parts.first else { return }
  let address = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : "/deck/eq"
  match(String(decoding: pattern, as: UTF8.self), address)
}

private func match(_ pattern: String, _ address: String) {
  let matched = OSCAddressPattern(pattern).matches(address)
  if !OSCAddressPattern.isPattern(pattern), pattern.utf8.count <= OSCAddressPattern.longest, pattern.hasPrefix("/") {
    precondition(matched == pattern.unicodeScalars.elementsEqual(address.unicodeScalars))
  }
}
