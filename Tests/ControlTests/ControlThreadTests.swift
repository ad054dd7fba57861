import Control
import Synchronization
import Testing

/// The one thread of control.
@Suite struct ControlThreadTests {
  /// An actor that runs on it.
  private actor Counter {
    private let thread: ControlThread
    private(set) var values: [Int] = []

    init(_ thread: ControlThread) { self.thread = thread }

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    func add(_ value: Int) {
      thread.checkIsolated()
      values.append(value)
    }
  }

  @Test func keepsTheOrder() async {
    let thread = ControlThread()
    let order = Mutex<[Int]>([])
    await withCheckedContinuation { continuation in
      for index in 0..<1000 { thread.run { order.withLock { $0.append(index) } } }
      thread.run { continuation.resume() }
    }
    #expect(order.withLock { $0 } == Array(0..<1000))
  }

  @Test func actorsRunOnIt() async {
    let counter = Counter(ControlThread())
    for index in 0..<100 { await counter.add(index) }
    #expect(await counter.values == Array(0..<100))
  }

  @Test func timersRunUntilTheyAreLetGo() async {
    let thread = ControlThread()
    let turns = Mutex(0)
    let box = Mutex<ControlTimer?>(nil)
    await withCheckedContinuation { continuation in
      let timer = thread.every(milliseconds: 1) {
        let turn = turns.withLock { turns in
          turns += 1
          return turns
        }
        if turn == 5 {
          box.withLock { $0?.cancel() }
          continuation.resume()
        }
      }
      box.withLock { $0 = timer }
    }
    // Behind the turn that cancelled it nothing follows.
    await withCheckedContinuation { continuation in thread.run { continuation.resume() } }
    #expect(turns.withLock { $0 } == 5)
  }
}
