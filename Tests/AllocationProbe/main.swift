#if os(Linux)
try Probe.countOnTheAudioThread()
try Probe.countWhatControlKeeps()
#else
print("unsupported 1")
#endif
