/// The page of the protocol, written from what commands and notifications declare of themselves.
public enum StemReference {
  /// In Markdown.
  public static var page: String {
    var text = """
      # The stem protocol

      OSC 1.0 and 1.1 over UDP and TCP, port 57120. This page is generated from the command table by `make docs`.

      Every command is answered to its sender: by `/done ADDRESS …` once it has taken effect, by `/fail ADDRESS REASON …` \
      when it was refused and changed nothing, or by a reply of its own. Messages of one bundle take effect on the same \
      sample, at the time of its tag; one that comes too late takes effect at once, and its sender gets \
      `/late timetag seconds`. An address may be a pattern (`/stem_*`).

      Arguments are taken as they are meant: a number as any of `i h f d T F` or as a string that says it. One that is \
      missing takes its default, what is too much is ignored.

      """
    for concern in StemCommandTable.concerns where !concern.commands.isEmpty {
      text += "\n## \(concern.name)\n"
      for command in concern.commands { text += section(command.specification) }
    }
    text += """

      ## Notifications

      What `/notify` subscribes to, by topic.

      """
    for topic in NotificationTopic.allCases {
      for notification in StemNotification.all where notification.topic == topic {
        text += section(notification)
      }
    }
    return text
  }

  private static func section(_ command: StemCommandSpecification) -> String {
    var text = "\n### `\(command.usage)`\n\n\(command.summary)\n\n"
    if !command.parameters.isEmpty {
      text += "| argument | range | unit | default | |\n| --- | --- | --- | --- | --- |\n"
      for parameter in command.parameters {
        text += "| \(parameter.name) | \(parameter.rangeText) | \(parameter.measure) | \(parameter.defaultText) | "
        text += "\(parameter.summary)\(parameter.ramping == .none ? "" : "; can be ramped (/ramp)") |\n"
      }
      text += "\n"
    }
    return text + "Replies: \(command.reply).\n"
  }

  private static func section(_ notification: StemNotification) -> String {
    let names = notification.arguments.map(\.name).joined(separator: " ")
    var text = "\n### `\(notification.address) \(names)`\n\n"
    text += "\(notification.summary) Topic: \(notification.topic.rawValue).\n\n| argument | |\n| --- | --- |\n"
    for (name, summary) in notification.arguments { text += "| \(name) | \(summary) |\n" }
    return text
  }
}
