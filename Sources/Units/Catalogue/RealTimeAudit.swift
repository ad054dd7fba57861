#if RTCHECK
/// What the compiler checks in the release build: no unit allocates, locks or counts references, directly or in what it
/// calls, neither in its blocks nor in its start. Each family checks its own, in its file; a unit that is missing there is
/// found by the tests.
enum RealTimeAudit {}
#endif
