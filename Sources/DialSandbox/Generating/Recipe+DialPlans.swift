import DialStack

extension Recipe {
  /// Plans whose nodes lead to each other, and to what the account has.
  static let dialPlans = Recipe(
    makers: [
      "name": text { $0.text(["Main Reception", "After Hours", "Support Line"], oddEvery: 9) },
      "entry_node": text { PlanNodes(of: $0).entry },
      "nodes": { row in
        PlanNodes(of: row).write(in: &row)
        return .written
      },
    ],
    needs: .cast,
    picks: ["schedules", "audio_clips", "voice_apps", "ring_groups"])
}

/// The nodes of one plan: hours, a menu where it is open, and who rings.
private struct PlanNodes {
  /// The kinds of nodes that a caller may come to, each with what it takes.
  private static let kinds = [
    "internal_dial", "ring_all_users", "external_dial", "audio_clip", "voice_app",
  ]

  private let hasSchedule: Bool
  private let hasMenu: Bool

  init(of row: Row) {
    var fact = row.fact("nodes", ofRow: row.index)
    hasSchedule = row.ids(of: .to("schedules"))?.isEmpty == false && fact.happens(3, in: 4)
    hasMenu = row.ids(of: .to("audio_clips"))?.isEmpty == false && fact.happens(1, in: 2)
  }

  /// The node that is first.
  var entry: String { hasSchedule ? "sched_01" : open }

  private var open: String { hasMenu ? "menu_01" : "dial_01" }

  func write(in row: inout Row) {
    row.json.raw("[")
    if hasSchedule {
      let schedule = row.pick(from: "schedules")
      node("sched_01", "schedule", in: &row) { row in
        row.write("schedule", schedule)
        row.write("open", open)
        row.write("closed", "end_01")
        row.write("holiday", "end_01")
      }
    }
    if hasMenu { writeMenu(in: &row) }
    writeDial(in: &row)
    for number in 2..<4 { writeOther(number, in: &row) }
    node("end_01", "hang_up", in: &row) { _ in }
    row.json.raw("]")
  }

  private func writeMenu(in row: inout Row) {
    let clip = row.pick(from: "audio_clips")
    node("menu_01", "menu", in: &row) { row in
      row.write("prompt_clip", clip)
      row.write("timeout", 10)
      row.json.key("options")
      row.list(["dial_01", "dial_02", "dial_03"]) { row, next in
        row.object { row in
          row.write("digit", String(next.suffix(1)))
          row.write("next_node", next)
        }
      }
      row.write("timeout_next_node", "dial_01")
      row.write("invalid_next_node", "end_01")
    }
  }

  private func writeDial(in row: inout Row) {
    let cast = row.cast
    let targets = (cast?.users ?? []) + (cast?.queues ?? []) + (cast?.mailboxes ?? [])
    let all = targets + (row.ids(of: .to("ring_groups")) ?? [])
    let target = all.isEmpty ? nil : row.random.pick(all)
    node("dial_01", target == nil ? "ring_all_users" : "internal_dial", in: &row) { row in
      if let target { row.write("target", target) }
      row.write("timeout", 30)
      row.write("next", "end_01")
    }
  }

  private func writeOther(_ number: Int, in row: inout Row) {
    let clip = row.pick(from: "audio_clips")
    let app = row.pick(from: "voice_apps")
    let phone = PhoneBook.number(&row.random)
    let kinds = Self.kinds.filter { kind in
      switch kind {
      case "audio_clip": clip != nil
      case "voice_app": app != nil
      case "internal_dial": false
      default: true
      }
    }
    let kind = row.random.pick(kinds)
    node("dial_0\(number)", kind, in: &row) { row in
      switch kind {
      case "audio_clip": row.write("clip", clip)
      case "voice_app":
        row.write("voice_app", app)
        row.write("mode", "control")
      case "external_dial":
        row.write("phone_number", phone)
        row.write("timeout", 20)
      default: row.write("timeout", 25)
      }
      row.write("next", "end_01")
    }
  }

  private func node(
    _ id: String, _ type: String, in row: inout Row, _ config: (inout Row) -> Void
  ) {
    row.json.separate()
    row.object { row in
      row.write("id", id)
      row.write("type", type)
      row.write("config", config)
      row.write("position") { row in
        row.write("x", 40 * id.utf8.count)
        row.write("y", 80)
      }
    }
  }
}
