// SuperCollider's clients find the segment with Boost.Interprocess, so that it has to be laid out by it: one object, under the
// segment's own name, that holds offset pointers to the control buses and to the scopes.
#include "CSharedInterface.h"

#include <boost/interprocess/containers/vector.hpp>
#include <boost/interprocess/managed_shared_memory.hpp>
#include <boost/interprocess/offset_ptr.hpp>

#include <unistd.h>

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
  float *control_buses = nullptr;
  void *scopes[scope_count] = {};
  void *pool = nullptr;

  syrinx_shared_interface(const std::string &name, uint32_t control_buses)
      : name(name),
        segment(shared::create_only, name.c_str(), pool_bytes + (4u << 20) + uint64_t(control_buses) * sizeof(float)) {
    pool = segment.allocate_aligned(pool_bytes, 64);
    uint64_t bytes = uint64_t(control_buses) * sizeof(float);
    this->control_buses = static_cast<float *>(segment.allocate_aligned(bytes > 0 ? bytes : 1, 64));
    std::memset(this->control_buses, 0, bytes);
    for (uint32_t index = 0; index < scope_count; ++index) {
      scopes[index] = new (segment.allocate_aligned(sizeof(ScopeBuffer), 64)) ScopeBuffer();
    }
  }

  /// The object that clients look for bears the segment's name.
  bool publish(const std::string &found) {
    Contents *contents = segment.construct<Contents>(found.c_str())(ScopeAllocator(segment.get_segment_manager()));
    contents->control_buses = control_buses;
    for (void *scope : scopes) contents->scopes.push_back(static_cast<ScopeBuffer *>(scope));
    // Shared memory has a place among the files.
    const std::string folder = "/dev/shm/";
    if (std::rename((folder + name).c_str(), (folder + found).c_str()) != 0) return false;
    name = found;
    return true;
  }

  ~syrinx_shared_interface() { shared::shared_memory_object::remove(name.c_str()); }
};

extern "C" {

syrinx_shared_interface *syrinx_shared_interface_create(
    uint32_t control_buses, char *reason, uint32_t reason_bytes) {
  static std::atomic<unsigned> serial{0};
  const std::string name = "syrinx_" + std::to_string(getpid()) + "_" + std::to_string(serial++);
  try {
    shared::shared_memory_object::remove(name.c_str());
    return new syrinx_shared_interface(name, control_buses);
  } catch (const std::exception &error) {
    if (reason && reason_bytes) std::snprintf(reason, reason_bytes, "%s", error.what());
    return nullptr;
  }
}

bool syrinx_shared_interface_publish(syrinx_shared_interface *segment, uint32_t port) {
  try {
    return segment->publish("SuperColliderServer_" + std::to_string(port));
  } catch (const std::exception &) {
    return false;
  }
}

float *syrinx_shared_interface_control_buses(syrinx_shared_interface *segment) {
  return segment->control_buses;
}

uint32_t syrinx_shared_interface_scope_count(syrinx_shared_interface *) { return scope_count; }

void *const *syrinx_shared_interface_scopes(syrinx_shared_interface *segment) { return segment->scopes; }

void *syrinx_shared_interface_pool(syrinx_shared_interface *segment, uint64_t *bytes) {
  *bytes = pool_bytes;
  return segment->pool;
}

void syrinx_shared_interface_destroy(syrinx_shared_interface *segment) { delete segment; }
}
