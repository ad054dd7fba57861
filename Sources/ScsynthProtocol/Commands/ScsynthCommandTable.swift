import OSC

/// Every command of scsynth's.
enum ScsynthCommandTable {
  static let commands: [any ScsynthCommand.Type] = [
    BAlloc.self, BAllocRead.self, BAllocReadChannel.self, BClose.self, BFill.self, BFree.self, BGen.self, BGet.self,
    BGetn.self, BQuery.self, BRead.self, BReadChannel.self, BSet.self, BSetSampleRate.self, BSetn.self, BWrite.self,
    BZero.self, CFill.self, CGet.self, CGetn.self, CSet.self, CSetn.self, ClearSched.self, Cmd.self, DFree.self,
    DFreeAll.self, DLoad.self, DLoadDir.self, DRecv.self, DumpOSC.self, ErrorMode.self, GDeepFree.self, GDumpTree.self,
    GFreeAll.self, GHead.self, GNew.self, GQueryTree.self, GTail.self, NAfter.self, NBefore.self, NFill.self,
    NFree.self, NMap.self, NMapa.self, NMapan.self, NMapn.self, NOrder.self, NQuery.self, NRun.self, NSet.self,
    NSetn.self, NTrace.self, NoCommand.self, Notify.self, PNew.self, Quit.self, RTMemoryStatus.self, SGet.self,
    SGetn.self, SNew.self, SNewargs.self, SNoid.self, Status.self, Sync.self, UCmd.self, Version.self,
  ]

  private static let byAddress = Dictionary(
    commands.flatMap { [($0.address, $0), (String($0.address.dropFirst()), $0)] },
    uniquingKeysWith: { first, _ in first })
  private static let byNumber = Dictionary(
    commands.compactMap { command in command.number.map { ($0, command) } }, uniquingKeysWith: { first, _ in first })

  /// The command of a path, with its slash or without, or of a number.
  static func command(for address: OSCAddress) -> (any ScsynthCommand.Type)? {
    switch address {
    case .path(let path): byAddress[path]
    // scsynth looks at the lowest byte alone.
    case .number(let number): byNumber[number & 0xFF]
    }
  }
}
