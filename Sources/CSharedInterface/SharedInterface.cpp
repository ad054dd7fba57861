// SuperCollider's clients find the segment with Boost.Interprocess, so that it has to be laid out by it: one object, under the
// segment's own name, that holds offset pointers to the control buses and to the scopes.
#include "CSharedInterface.h"

#include <boost/interprocess/containers/vector.hpp>
#include <boost/interprocess/managed_shared_memory.hpp>
#include <boost/interprocess/offset_ptr.hpp>

#include <atomic>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <string>

namespace {

namespace shared = boost::interprocess;

using FloatPointer = shared::offset_ptr<float>;

/// Three regions, one that is written, one that is read, and one by which they are exchanged.
struct ScopeRegion {
  FloatPointer samples;
  unsigned frames = 0;
  std::atomic<bool> is_new{false};
};

struct ScopeBuffer {
  std::atomic<int> is_in_use{0};
  unsigned frames = 0;
  unsigned channels = 0;
  FloatPointer samples;
  std::atomic<int> exchanged{0};
  int written = 1;
  int read = 2;
  ScopeRegion regions[3];
};

using ScopePointer = shared::offset_ptr<ScopeBuffer>;
using ScopeAllocator = shared::allocator<ScopePointer, shared::managed_shared_memory::segment_manager>;
using ScopeVector = shared::vector<ScopePointer, ScopeAllocator>;

/// What clients look for.
struct Contents {
  std::string unused;
  FloatPointer control_buses;
  ScopeVector scopes;

  explicit Contents(const ScopeAllocator &allocator) : scopes(allocator) {}
};

constexpr uint32_t scope_count = 128;
constexpr uint64_t pool_bytes = uint64_t(scope_count) * sizeof(float) * 8192;

}  // namespace

struct syrinx_shared_interface {
  std::string name;
  shared::managed_shared_memory segment;
  Contents *contents = nullptr;
  void *pool = nullptr;

  syrinx_shared_interface(const std::string &name, uint32_t control_buses)
      : name(name),
        segment(shared::create_only, name.c_str(), pool_bytes + (4u << 20) + uint64_t(control_buses) * sizeof(float)) {
    pool = segment.allocate_aligned(pool_bytes, 64);
    std::memset(pool, 0, pool_bytes);
    contents = segment.construct<Contents>(name.c_str())(ScopeAllocator(segment.get_segment_manager()));
    uint64_t bytes = uint64_t(control_buses) * sizeof(float);
    contents->control_buses = static_cast<float *>(segment.allocate_aligned(bytes > 0 ? bytes : 1, 64));
    std::memset(contents->control_buses.get(), 0, bytes);
    for (uint32_t index = 0; index < scope_count; ++index) {
      contents->scopes.push_back(new (segment.allocate_aligned(sizeof(ScopeBuffer), 64)) ScopeBuffer());
    }
  }

  ~syrinx_shared_interface() { shared::shared_memory_object::remove(name.c_str()); }
};

extern "C" {

syrinx_shared_interface *syrinx_shared_interface_create(
    uint32_t port, uint32_t control_buses, char *reason, uint32_t reason_bytes) {
  const std::string name = "SuperColliderServer_" + std::to_string(port);
  try {
    shared::shared_memory_object::remove(name.c_str());
    return new syrinx_shared_interface(name, control_buses);
  } catch (const std::exception &error) {
    if (reason && reason_bytes) std::snprintf(reason, reason_bytes, "%s", error.what());
    return nullptr;
  }
}

float *syrinx_shared_interface_control_buses(syrinx_shared_interface *segment) {
  return segment->contents->control_buses.get();
}

uint32_t syrinx_shared_interface_scope_count(syrinx_shared_interface *) { return scope_count; }

void *syrinx_shared_interface_scope(syrinx_shared_interface *segment, uint32_t index) {
  return index < scope_count ? segment->contents->scopes[index].get() : nullptr;
}

void *syrinx_shared_interface_pool(syrinx_shared_interface *segment, uint64_t *bytes) {
  *bytes = pool_bytes;
  return segment->pool;
}

void syrinx_shared_interface_destroy(syrinx_shared_interface *segment) { delete segment; }
}
