import DialStack
import DialTestSupport
import Testing

@Suite struct PathTemplateTests {
  private static let path: PathTemplate = "/v1/devices/{device}/lines/{line}/events"

  @Test(
    arguments: [
      (["device": "dev_1", "line": "3"], "/v1/devices/dev_1/lines/3/events"),
      (["device": "a/b ?", "line": "ü"], "/v1/devices/a%2Fb%20%3F/lines/%C3%BC/events"),
      (["device": "...", "line": "%2e"], "/v1/devices/.../lines/%252e/events"),
      (["device": "..", "line": "3"], nil), (["device": ".", "line": "3"], nil),
      (["device": "", "line": "3"], nil), (["device": "dev_1"], nil), ([:], nil),
    ] as [([String: String], String?)])
  func aValueIsOneSegment(_ values: [String: String], _ path: String?) {
    #expect(Self.path.filled(values) == path)
  }

  @Test(
    arguments: [
      ("/v1/devices/dev_1/lines/3/events", ["device": "dev_1", "line": "3"]),
      ("/v1/devices/a%2Fb/lines/+/events", ["device": "a/b", "line": "+"]),
      ("/v1/devices/dev_1/lines/3", nil), ("/v1/devices/dev_1/lines/3/events/", nil),
      ("/v1/devices//lines/3/events", nil), ("/v1/devices/%zz/lines/3/events", nil),
      ("v1/devices/dev_1/lines/3/events", nil), ("/v1/devices/dev_1/rows/3/events", nil), ("", nil),
    ] as [(Substring, [String: String]?)])
  func aPathGivesItsValues(_ path: Substring, _ values: [String: String]?) {
    #expect(Self.path.values(in: path) == values)
  }

  @Test(
    arguments: [
      ("/v1/queues/qu_1/members/qm_1", ["queue": "qu_1"], "qm_1"),
      ("/v1/queues/qu_1/members/a%2Fb", ["queue": "qu_1"], "a/b"),
      ("/v1/queues/qu_1/members/", nil, nil), ("/v1/queues/qu_1/members", nil, nil),
      ("/v1/queues/qu_1/members/a/b", nil, nil),
    ] as [(Substring, [String: String]?, String?)])
  func anItemStandsOneSegmentBehindItsList(
    _ path: Substring, _ values: [String: String]?, _ key: String?
  ) {
    let item = MadeUp.queueMembers.path.item(in: path)
    #expect(item?.values == values)
    #expect(item?.key == key)
  }

  @Test func aTemplateWithoutParametersIsAPath() {
    let path: PathTemplate = "/v1/phone-numbers"
    #expect(path.filled([:]) == "/v1/phone-numbers")
    #expect(path.values(in: "/v1/phone-numbers") == [:])
    #expect(path.parameters == [])
    #expect("\(path) \(Self.path)" == "/v1/phone-numbers /v1/devices/{device}/lines/{line}/events")
    #expect(Self.path.parameters == ["device", "line"])
  }
}
