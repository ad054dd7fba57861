/// scsynth's command line.
public enum ScsynthCommandLine {
  /// What a command line asks for.
  public enum Outcome: Sendable, Equatable {
    case run(ScsynthOptions)
    /// Print this, and end with that code.
    case exit(String, code: Int32)
  }

  /// - Parameter arguments: without the program's name.
  public static func read(_ arguments: [String]) -> Outcome {
    var reader = ScsynthOptionReader(arguments)
    do throws(ScsynthOptionReader.End) {
      let options = try reader.options()
      if options.score == nil, options.udpPort == nil, options.tcpPort == nil {
        return .exit(
          "ERROR: There must be a -u and/or a -t options, or -N for nonrealtime.\n" + usage, code: 1)
      }
      guard options.inputs + options.outputs <= options.audioBuses else {
        return .exit("ERROR: number of audio bus channels < inputs + outputs.\n" + usage, code: 1)
      }
      return .run(options)
    } catch {
      return .exit(error.text, code: error.code)
    }
  }

  static let versionLine =
    "scsynth \(ScsynthServer.version.major).\(ScsynthServer.version.minor)\(ScsynthServer.version.patch) (Syrinx)"

  static var usage: String {
    let standard = ScsynthOptions()
    return """
      scsynth options:
         -v print the version and exit
         -u <port>                    UDP port, 0-65535
         -t <port>                    TCP port, 0-65535
         -B <address>                 listen there (default \(standard.bindAddress); 0.0.0.0: everywhere)
         -c <count>                   control buses (default \(standard.controlBuses))
         -a <count>                   audio buses (default \(standard.audioBuses))
         -i <count>                   input channels (default \(standard.inputs))
         -o <count>                   output channels (default \(standard.outputs))
         -z <frames>                  block size (taken, and \(standard.blockFrames) used)
         -Z <frames>                  frames that the device asks for at a time (default: its own)
         -S <hertz>                   sample rate (default: the device's)
         -b <count>                   buffers (default \(standard.buffers))
         -n <count>                   nodes (taken; there is no limit)
         -d <count>                   SynthDefs (taken; there is no limit)
         -m <kilobytes>               memory for nodes (taken; there is no limit)
         -w <count>                   wire buffers (taken; there is no limit)
         -r <count>                   random generators (default \(standard.randomSeeds))
         -D <0 or 1>                  load the SynthDefs of the user's folder (default \(standard.loadsSynthDefs ? 1 : 0))
         -R <0 or 1>                  announce by Rendezvous (taken; nothing is announced)
         -l <count>                   clients that may log in (default \(standard.maxLogins))
         -p <password>                what a TCP client must send first
         -N <score> <input> <output> <hertz> <header> <samples>
                                      render a score; _ for standard input, or for no input
         -H <device> [<device>]       the device, or input and output device
         -I, -O <streams>, -M         for other systems (taken)
         -L                           lock memory
         -V <number>                  0 says all, -1 less, -2 next to nothing (default 0)
         -C <number>                  taken
         -U <paths>                   plug-ins (taken; all units are built in)
         -P <folder>                  files outside of it are out of reach
         --sample-accurate            new synths start at their exact frame

      To quit, send /quit, or press ctrl-C.
      """
  }
}
