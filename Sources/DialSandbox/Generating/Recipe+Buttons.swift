import DialStack

extension Recipe {
  /// The buttons of a template, each at a place of its own; the newest stands last.
  static let templateButtons = Recipe(
    makers: actions.merging([
      "position": whole { position(at: $0.index, of: $0.count, step: 1) }
    ]) { $1 }, needs: .cast)

  /// What a device has other than its template, each at a place of its own.
  static let buttonOverrides = Recipe(
    makers: actions.mapValues(ofShownButtons).merging([
      "position": whole { position(at: $0.index, of: $0.count, step: 2) },
      "suppressed": flag { isSuppressed($0) },
    ]) { $1 }, needs: .cast)

  /// The template that a device follows.
  static func template(of device: String, among templates: [String]) -> String? {
    guard !templates.isEmpty else { return nil }
    let fact = Int(SplitMix64.mixed(stableHash(of: device.utf8)) % 1_000_003)
    return fact % 5 == 0 ? nil : templates[fact % templates.count]
  }

  private static func position(at index: Int, of count: Int, step: Int) -> Int {
    1 + step * (count - 1 - index)
  }

  private static func ofShownButtons(_ maker: @escaping Maker) -> Maker {
    { isSuppressed($0) ? .absent : maker(&$0) }
  }

  private static func isSuppressed(_ row: Row) -> Bool { row.isEvery(4, from: 2) }

  private static let actions: [String: Maker] = [
    "label": text { ButtonAction(of: $0).label },
    "type": text { ButtonAction(of: $0).type },
    "target": object { ButtonAction(of: $0).writeTarget(in: &$0) },
  ]
}

/// What one button does.
private struct ButtonAction {
  private enum Target {
    case none
    case text(String, String)
    case number(String, Int)
    case queueAgent(queue: String, user: String)
    case address
  }

  let type: String
  let label: String
  private let target: Target

  init(of row: Row) {
    var fact = row.fact("button", ofRow: row.index)
    let cast = row.cast
    let users = cast?.users ?? []
    let user = users.isEmpty || fact.happens(1, in: 6) ? "self" : fact.pick(users)
    var actions: [(String, String, Target)] = [
      ("line", "Line", .number("line_index", 1)),
      ("blf_extension", "Colleague", .text("user", user)),
      ("voicemail", "Messages", .text("user", "self")),
      ("intercom", "Intercom", .text("user", user)),
      ("blf_park", "Park 1", .number("slot", 1)), ("park", "Park", .number("slot", 2)),
      ("speed_dial", "Reception", .text("destination", PhoneBook.number(&fact))),
      ("forward", "Forward", .text("destination", PhoneBook.number(&fact))),
      ("dtmf", "Door", .text("digits", "*9")), ("transfer", "Transfer", .text("mode", "blind")),
      ("url", "Lights", .text("url", "https://lights.example.com/on")),
      ("multicast", "Page", .address), ("conference", "Conference", .none), ("dnd", "DND", .none),
      ("record_toggle", "Record", .none),
    ]
    if let queues = cast?.queues, !queues.isEmpty {
      let queue = fact.pick(queues)
      actions += [
        ("blf_queue_depth", "Waiting", .text("queue", queue)),
        ("blf_queue_agent", "On duty", .queueAgent(queue: queue, user: user)),
      ]
    }
    if let boxes = cast?.mailboxes, !boxes.isEmpty {
      actions.append(
        ("blf_voicemail_shared", "Mailbox", .text("shared_voicemail_box", fact.pick(boxes))))
    }
    (type, label, target) = fact.pick(actions)
  }

  func writeTarget(in row: inout Row) {
    switch target {
    case .none: break
    case .text(let name, let value): row.write(name, value)
    case .number(let name, let value): row.write(name, value)
    case .queueAgent(let queue, let user):
      row.write("queue", queue)
      row.write("user", user)
    case .address:
      row.write("address", "224.0.1.75")
      row.write("port", 5001)
    }
  }
}
