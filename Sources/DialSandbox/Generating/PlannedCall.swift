import DialStack

/// One call in the making: what its fields, and other lists, agree on.
struct PlannedCall: Sendable {
  var id: String
  var startedAt: UTCTime
  var direction = "inbound"
  var from = ""
  var to: String?
  /// The id of the account's number that was called, or that was shown.
  var did: String?
  var user: String?
  var answeredAt: UTCTime?
  var connectedAt: UTCTime?
  var endedAt: UTCTime?
  var duration: Int?
  /// `nil` while the call is live.
  var status: String?
  var relatedCall: String?

  var isLive: Bool { status == nil }

  /// Q.850's number of how it ended.
  var hangupCause: Int? {
    switch status {
    case "completed", "voicemail": 16
    case "busy": 17
    case "no-answer": 19
    case "failed": 41
    default: nil
    }
  }
}

/// One message in the making.
struct PlannedVoicemail: Sendable {
  let id: String
  let createdAt: UTCTime
  let owner: String
  let from: String
  let duration: Int
  /// The call that left it; `nil` for a message that was dropped into the mailbox.
  let call: String?
  let readAt: UTCTime?
}

/// A number of the account, and while when it was one.
struct OwnedNumber: Sendable {
  let id: String
  let phone: String
  let addedAt: UTCTime
  /// When it was given up or ran out; `nil` if it is still there.
  let endedAt: UTCTime?
}
