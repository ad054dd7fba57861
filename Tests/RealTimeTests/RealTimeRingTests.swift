import Foundation
import RealTime
import Testing

/// The queue between the two threads.
@Suite struct RealTimeRingTests {
  @Test func holdsAsManyAsItSaysAndNoMore() {
    let ring = RealTimeRing<Int>.allocate(capacity: 100)
    defer { ring.deallocate() }
    #expect(ring.capacity == 128)
    for number in 0..<128 { #expect(ring.push(number)) }
    #expect(!ring.push(128))
    #expect(ring.count == 128)
    for number in 0..<128 { #expect(ring.pop() == number) }
    #expect(ring.pop() == nil)
  }

  @Test func keepsOrderBetweenTwoThreads() {
    let ring = RealTimeRing<Int>.allocate(capacity: 64)
    defer { ring.deallocate() }
    let last = 300_000
    let writer = Thread {
      for number in 1...last {
        while !ring.push(number) { sched_yield() }
      }
    }
    writer.start()
    var expected = 1
    while expected <= last {
      guard let number = ring.pop() else {
        sched_yield()
        continue
      }
      guard number == expected else {
        Issue.record("got \(number) in the place of \(expected)")
        return
      }
      expected += 1
    }
    #expect(ring.pop() == nil)
  }

  @Test func aVirtualArrayIsZeroAndKeepsItsPlace() throws {
    let array = try #require(VirtualArray<Int64>(capacity: 1 << 24))
    defer { array.deallocate() }
    array.base[5] = 7
    array.touch(1000..<2_000_000)
    #expect(array.base[5] == 7)
    #expect(array.base[1000] == 0)
    #expect(array.base[1_999_999] == 0)
    #expect(array.base[(1 << 24) - 1] == 0)
  }
}
