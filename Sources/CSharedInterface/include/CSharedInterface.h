// The shared memory that SuperCollider's clients open beside a server: control buses, and what scopes show.
#ifndef SYRINX_CSHAREDINTERFACE_H
#define SYRINX_CSHAREDINTERFACE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The segment `SuperColliderServer_<port>`, as long as it is held.
typedef struct syrinx_shared_interface syrinx_shared_interface;

/// Makes the segment, in place of one that a server has left behind. NULL when the system gives none; `reason` then says why.
syrinx_shared_interface *syrinx_shared_interface_create(
    uint32_t port, uint32_t control_buses, char *reason, uint32_t reason_bytes);

/// The control buses, all zero at first.
float *syrinx_shared_interface_control_buses(syrinx_shared_interface *segment);

/// How many scopes there are.
uint32_t syrinx_shared_interface_scope_count(syrinx_shared_interface *segment);

/// A scope's buffer, as `syrinx_scope_buffer` describes it.
void *syrinx_shared_interface_scope(syrinx_shared_interface *segment, uint32_t index);

/// Memory for what scopes show, and its size in bytes.
void *syrinx_shared_interface_pool(syrinx_shared_interface *segment, uint64_t *bytes);

/// Removes the segment.
void syrinx_shared_interface_destroy(syrinx_shared_interface *segment);

#ifdef __cplusplus
}
#endif

#endif
