// Made from the catalog by scripts/generate.

extension Call: Codable {
  private enum Key: String, CodingKey {
    case id, user, endpoint, did, direction, status, summary, sentiment
    case userAlias = "user_id"
    case endpointAlias = "endpoint_id"
    case didAlias = "did_id"
    case relatedCall = "related_call"
    case fromNumber = "from_number"
    case fromLabel = "from_label"
    case toNumber = "to_number"
    case toLabel = "to_label"
    case startedAt = "started_at"
    case answeredAt = "answered_at"
    case connectedAt = "connected_at"
    case endedAt = "ended_at"
    case durationSeconds = "duration_seconds"
    case hangupCause = "hangup_cause"
    case recordingURL = "recording_url"
    case qualityMetrics = "quality_metrics"
  }

  /// Reads it as the API writes it: `id`, `direction`, `from_number` and `started_at` must be
  /// there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    user = try item.decodeIfPresent(.user, alias: .userAlias)
    endpoint = try item.decodeIfPresent(.endpoint, alias: .endpointAlias)
    did = try item.decodeIfPresent(.did, alias: .didAlias)
    relatedCall = try item.decodeIfPresent(.relatedCall)
    direction = try item.decode(Direction.self, forKey: .direction)
    fromNumber = try item.decode(String.self, forKey: .fromNumber)
    fromLabel = try item.decodeIfPresent(.fromLabel)
    toNumber = try item.decodeIfPresent(.toNumber)
    toLabel = try item.decodeIfPresent(.toLabel)
    startedAt = try item.time(.startedAt)
    answeredAt = try item.timeIfPresent(.answeredAt)
    connectedAt = try item.timeIfPresent(.connectedAt)
    endedAt = try item.timeIfPresent(.endedAt)
    durationSeconds = try item.decodeIfPresent(.durationSeconds)
    status = try item.decodeIfPresent(.status)
    hangupCause = try item.decodeIfPresent(.hangupCause)
    summary = try item.decodeIfPresent(.summary)
    sentiment = try item.decodeIfPresent(.sentiment)
    recordingURL = try item.decodeIfPresent(.recordingURL)
    qualityMetrics = try item.decodeIfPresent(.qualityMetrics)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encodeIfPresent(user, forKey: .user)
    try item.encodeIfPresent(endpoint, forKey: .endpoint)
    try item.encodeIfPresent(did, forKey: .did)
    try item.encodeIfPresent(relatedCall, forKey: .relatedCall)
    try item.encode(direction, forKey: .direction)
    try item.encode(fromNumber, forKey: .fromNumber)
    try item.encodeIfPresent(fromLabel, forKey: .fromLabel)
    try item.encodeIfPresent(toNumber, forKey: .toNumber)
    try item.encodeIfPresent(toLabel, forKey: .toLabel)
    try item.encodeTime(startedAt, forKey: .startedAt)
    try item.encodeTime(answeredAt, forKey: .answeredAt)
    try item.encodeTime(connectedAt, forKey: .connectedAt)
    try item.encodeTime(endedAt, forKey: .endedAt)
    try item.encodeIfPresent(durationSeconds, forKey: .durationSeconds)
    try item.encodeIfPresent(status, forKey: .status)
    try item.encodeIfPresent(hangupCause, forKey: .hangupCause)
    try item.encodeIfPresent(summary, forKey: .summary)
    try item.encodeIfPresent(sentiment, forKey: .sentiment)
    try item.encodeIfPresent(recordingURL, forKey: .recordingURL)
    try item.encodeIfPresent(qualityMetrics, forKey: .qualityMetrics)
  }
}
