import DialStack

extension Recipe {
  /// Calls as ``CallPlanner`` thinks them up.
  static let calls = Recipe(
    makers: callParties.merging(callCourse) { first, _ in first },
    needs: .calls,
    keys: { world, account, _ in
      world.callBook(of: account).calls.map { RowIdentity(createdAt: $0.startedAt, id: $0.id) }
    },
    hasOldKeysOnly: { $0.isEvery(37, from: 20) },
    addUnknownKeys: { row in
      guard row.isEvery(41, from: 7) else { return }
      row.json.key("routing_trace")
      row.json.raw(#"{"hops":["edge","pbx",null],"ms":[12,3.5]}"#)
    })

  private static let callParties: [String: Maker] = [
    "user": sparse { $0.call?.user },
    "did": sparse { $0.call?.did },
    "related_call": { row in
      // Rows of a time before the key hasn't it.
      guard let related = row.call?.relatedCall else {
        guard !row.isEvery(3, from: 1) else { return .absent }
        row.json.null()
        return .written
      }
      row.json.text(related)
      return .written
    },
    "direction": text { $0.call?.direction ?? "" },
    "from_number": text { $0.call?.from ?? "" },
    "to_number": nullable { $0.call?.to },
    "from_label": sparse { row in
      guard let from = row.call?.from else { return nil }
      switch row.random.next(in: 0..<6) {
      case 0: return nil
      case 1: return from
      case 2: return "Unknown Caller"
      case 3: return row.random.pick(Texts.places)
      default: return row.text(Texts.callerNames, oddEvery: 9)
      }
    },
    "to_label": sparse { row in
      guard let call = row.call, !call.isLive, row.random.happens(2, in: 3) else { return nil }
      return call.direction == "inbound"
        ? row.random.pick(["Front Desk", "Sales", "Support"]) : row.random.pick(Texts.places)
    },
  ]

  private static let callCourse: [String: Maker] = [
    "answered_at": nullable { $0.call?.answeredAt?.text },
    "connected_at": nullable { $0.call?.connectedAt?.text },
    "ended_at": nullable { $0.call?.endedAt?.text },
    "duration_seconds": number { $0.call?.duration },
    "status": nullable { $0.call?.status },
    "hangup_cause": number { $0.call?.hangupCause },
    "summary": sparse { row in
      guard row.call?.connectedAt != nil, row.random.happens(1, in: 2) else { return nil }
      return row.text(Texts.summaries, oddEvery: 9)
    },
    "sentiment": ofConnectedCalls("sentiment"),
    "recording_url": sparse { row in
      guard let call = row.call, call.connectedAt != nil, row.random.happens(1, in: 2) else {
        return nil
      }
      return "https://files.example.com/recordings/\(call.id).mp3"
    },
  ]

  /// A maker by kind for what only a talk has.
  private static func ofConnectedCalls(_ name: String) -> Maker {
    guard let field = Resource.calls.field(named: name) else { return { _ in .absent } }
    let maker = maker(byKindOf: field)
    return { $0.call?.connectedAt == nil ? .absent : maker(&$0) }
  }

  /// Messages that calls left.
  static let voicemails = Recipe(
    makers: [
      "owner": nullable { $0.voicemail?.owner },
      "from_number": text { $0.voicemail?.from ?? "" },
      "from_name": sparse {
        $0.random.happens(1, in: 5) ? nil : $0.text(Texts.callerNames, oddEvery: 7)
      },
      "duration_seconds": number { $0.voicemail?.duration },
      "format": text { _ in "mp3" },
      "audio_url": text { "https://files.example.com/voicemails/\($0.key.id).mp3" },
      "is_read": flag { $0.voicemail?.readAt != nil },
      "read_at": sparse { $0.voicemail?.readAt?.text },
      "summary": sparse {
        $0.random.happens(1, in: 3) ? nil : $0.text(Texts.summaries, oddEvery: 6)
      },
      "call": nullable { $0.voicemail?.call },
    ],
    needs: .calls,
    keys: { world, account, _ in
      world.callBook(of: account).voicemails
        .map { RowIdentity(createdAt: $0.createdAt, id: $0.id) }
    })
}

extension Row {
  /// The plan of the call that the row is.
  fileprivate var call: PlannedCall? { callBook?.calls[index] }

  /// The plan of the message that the row is.
  fileprivate var voicemail: PlannedVoicemail? { callBook?.voicemails[index] }
}
