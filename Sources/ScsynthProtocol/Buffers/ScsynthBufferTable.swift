import Control
import SoundFiles
import Synchronization

/// The buffers as control knows them: which memory each has, and which file it keeps open.
struct ScsynthBufferTable {
  /// A buffer's memory, as control has it, and as the worker has it, which is ahead: what it does to a buffer it does to
  /// the memory that it made before, even if control has not heard of it.
  final class Cell: Sendable {
    private let value = Mutex<SampleMemory?>(nil)
    private let newest = Mutex<SampleMemory?>(nil)

    var memory: SampleMemory? { value.withLock { $0 } }
    var newestMemory: SampleMemory? { newest.withLock { $0 } }

    func exchange(_ new: SampleMemory?) -> SampleMemory? {
      value.withLock { memory in
        defer { memory = new }
        return memory
      }
    }

    /// - Thread: the worker's.
    func replace(with new: SampleMemory?) { newest.withLock { $0 = new } }
  }

  let capacity: Int
  private var cells: [Int32: Cell] = [:]
  private var files: [Int32: PlainSoundFile] = [:]

  init(capacity: Int) { self.capacity = capacity }

  mutating func cell(of number: Int32) -> Cell {
    if let cell = cells[number] { return cell }
    let cell = Cell()
    cells[number] = cell
    return cell
  }

  /// Nil for a buffer that nothing was said of.
  func knownCell(of number: Int32) -> Cell? { cells[number] }

  func memory(of number: Int32) -> SampleMemory? { cells[number]?.memory }

  /// In samples.
  func size(of number: Int32) -> Int { memory(of: number).map { $0.frames * $0.channels } ?? 0 }

  /// Gives back what was there.
  mutating func set(_ number: Int32, _ memory: SampleMemory?) -> SampleMemory? { cell(of: number).exchange(memory) }

  /// Keeps a file open with a buffer, unless it keeps one already.
  mutating func keep(_ file: PlainSoundFile, of number: Int32) {
    if files[number] == nil { files[number] = file } else { file.close() }
  }

  func file(of number: Int32) -> PlainSoundFile? { files[number] }

  /// Takes all of them away, for they will be closed.
  mutating func takeFiles() -> [PlainSoundFile] {
    defer { files = [:] }
    return Array(files.values)
  }

  /// Takes it away, for it will be closed.
  mutating func takeFile(of number: Int32) -> PlainSoundFile? { files.removeValue(forKey: number) }
}
