/// Clients that want to be told what happens, and the numbers by which they keep out of each other's way.
struct ScsynthLogins {
  let capacity: Int
  private(set) var clients: [ScsynthClient] = []
  private var numbers: [ScsynthClient: Int32] = [:]
  private var free: [Int32]

  init(capacity: Int) {
    self.capacity = capacity
    free = (0..<Int32(capacity)).map { $0 }
  }

  func number(of client: ScsynthClient) -> Int32? { numbers[client] }

  /// Gives a client the number that it wants, where that is free, else the next; nil when all are taken.
  mutating func add(_ client: ScsynthClient, wanting wanted: Int32?) -> Int32? {
    guard !free.isEmpty else { return nil }
    let index = wanted.flatMap { number in free.firstIndex(of: number) } ?? 0
    let number = free.remove(at: index)
    numbers[client] = number
    clients.append(client)
    return number
  }

  /// True when it was there.
  @discardableResult
  mutating func remove(_ client: ScsynthClient) -> Bool {
    guard let number = numbers.removeValue(forKey: client) else { return false }
    clients.removeAll { $0 == client }
    free.append(number)
    return true
  }
}
