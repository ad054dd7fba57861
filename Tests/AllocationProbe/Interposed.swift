#if os(Linux)
import Glibc

// The C library's allocator by its other names: what the names that everyone calls are replaced by below.
@_silgen_name("__libc_malloc") private func libraryMalloc(_ size: Int) -> UnsafeMutableRawPointer?
@_silgen_name("__libc_calloc") private func libraryCalloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer?
@_silgen_name("__libc_realloc")
private func libraryRealloc(_ memory: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer?
@_silgen_name("__libc_free") private func libraryFree(_ memory: UnsafeMutableRawPointer?)
@_silgen_name("__libc_memalign")
private func libraryMemalign(_ alignment: Int, _ size: Int) -> UnsafeMutableRawPointer?

// The compiler keeps the names malloc and free for itself: the linker gives them to these (`--defsym`).

@_cdecl("allocation_probe_malloc") public func probedMalloc(_ size: Int) -> UnsafeMutableRawPointer? {
  Census.noteAllocation()
  return libraryMalloc(size)
}

@_cdecl("allocation_probe_free") public func probedFree(_ memory: UnsafeMutableRawPointer?) {
  if memory != nil { Census.noteFree() }
  libraryFree(memory)
}

@_cdecl("calloc") public func probedCalloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
  Census.noteAllocation()
  return libraryCalloc(count, size)
}

@_cdecl("realloc")
public func probedRealloc(_ memory: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
  Census.noteAllocation()
  if memory != nil { Census.noteFree() }
  return libraryRealloc(memory, size)
}

@_cdecl("memalign") public func probedMemalign(_ alignment: Int, _ size: Int) -> UnsafeMutableRawPointer? {
  Census.noteAllocation()
  return libraryMemalign(alignment, size)
}

@_cdecl("aligned_alloc") public func probedAlignedAlloc(_ alignment: Int, _ size: Int) -> UnsafeMutableRawPointer? {
  Census.noteAllocation()
  return libraryMemalign(alignment, size)
}

@_cdecl("posix_memalign")
public func probedPosixMemalign(
  _ result: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ alignment: Int, _ size: Int
) -> Int32 {
  Census.noteAllocation()
  guard let memory = libraryMemalign(alignment, size) else { return ENOMEM }
  result.pointee = memory
  return 0
}
#endif
