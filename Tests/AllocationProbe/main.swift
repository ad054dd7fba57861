#if os(Linux)
if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "soak", let seconds = Double(CommandLine.arguments[2])
{
  try await Soak.run(seconds: seconds)
} else {
  try Probe.countOnTheAudioThread()
  try Probe.countWhatControlKeeps()
}
#else
print("unsupported 1")
#endif
