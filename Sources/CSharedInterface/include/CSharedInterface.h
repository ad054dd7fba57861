// The shared memory that SuperCollider's clients open beside a server: control buses, and what scopes show.
#ifndef SYRINX_CSHAREDINTERFACE_H
#define SYRINX_CSHAREDINTERFACE_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The segment `SuperColliderServer_<port>`, as long as it is held.
typedef struct syrinx_shared_interface syrinx_shared_interface;

/// Makes a segment that nobody finds yet. NULL when the system gives none; `reason` then says why.
syrinx_shared_interface *syrinx_shared_interface_create(
    uint32_t control_buses, char *reason, uint32_t reason_bytes);

/// Has clients find the segment, in place of one that a server of the same port has left behind; false when the system does
/// not let it.
bool syrinx_shared_interface_publish(syrinx_shared_interface *segment, uint32_t port);

/// The control buses, all zero at first.
float *syrinx_shared_interface_control_buses(syrinx_shared_interface *segment);

/// How many scopes there are.
uint32_t syrinx_shared_interface_scope_count(syrinx_shared_interface *segment);

/// The scopes, as clients read them.
void *const *syrinx_shared_interface_scopes(syrinx_shared_interface *segment);

/// Memory for what scopes show, and its size in bytes.
void *syrinx_shared_interface_pool(syrinx_shared_interface *segment, uint64_t *bytes);

/// Removes the segment.
void syrinx_shared_interface_destroy(syrinx_shared_interface *segment);

#ifdef __cplusplus
}
#endif

#endif
