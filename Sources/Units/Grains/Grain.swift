/// A grain that sounds.
struct Grain<Voice: GrainVoice>: BitwiseCopyable {
  var voice: Voice
  var envelope: GrainEnvelope
  var pan: GrainPan
}
