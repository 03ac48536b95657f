import DialStack
import Testing

/// Lists whose page token expires on the way are walked a second time.
@Suite struct SecondWalkTests {
  private static let expired = Response(
    status: 400, headers: [],
    body: Array(#"{"error":"token expired","code":"invalid_pagination"}"#.utf8))

  private static func page(_ ids: [String], next: String? = nil) -> Response {
    Response(status: 200, headers: [], body: Array(JSON.page(of: ids, next: next).utf8))
  }

  private func walk(_ answers: [Response]) async throws -> (
    ids: [String], pages: [Int], error: APIError?, targets: [String]
  ) {
    let transport = ScriptedTransport(answers)
    let endpoint = Endpoint(resource: .numbers, parameters: [], account: testAccount)
    var ids: [String] = []
    var pages: [Int] = []
    let error = try await apiError {
      for try await page in Client(transport: transport).records(of: endpoint) {
        pages.append(page.number)
        for index in 0..<page.body.count {
          ids.append(page.body[index].value(at: FieldPath("id")).string)
        }
      }
    }
    return (ids, pages, error, transport.requests.map(\.target))
  }

  @Test func theListGoesOnWhereItStopped() async throws {
    let walk = try await walk([
      Self.page(["d", "c"], next: "/p?1"), Self.page(["b"], next: "/p?2"), Self.expired,
      Self.page(["d", "c"], next: "/p?3"), Self.page(["b", "a"]),
    ])
    #expect(walk.ids == ["d", "c", "b", "a"])
    #expect(walk.pages == [1, 2, 2])
    #expect(walk.error == nil)
    #expect(
      walk.targets == [
        "/v1/phone-numbers", "/p?1", "/p?2", "/v1/phone-numbers", "/p?3",
      ])
  }

  @Test func rowsThatShiftedAreGivenOnce() async throws {
    let walk = try await walk([
      Self.page(["d", "c"], next: "/p?1"), Self.expired, Self.page(["new", "d"], next: "/p?2"),
      Self.page(["c", "b"], next: "/p?3"), Self.page(["a"]),
    ])
    #expect(walk.ids == ["d", "c", "b", "a"])
  }

  @Test func rowsThatWentAwayDoNotMatter() async throws {
    let walk = try await walk([
      Self.page(["d", "c"], next: "/p?1"), Self.expired, Self.page(["d", "b"], next: "/p?2"),
      Self.page(["a"]),
    ])
    #expect(walk.ids == ["d", "c", "b", "a"])
  }

  @Test func aPlaceThatWentAwayIsAnError() async throws {
    let walk = try await walk([
      Self.page(["d", "c"], next: "/p?1"), Self.expired, Self.page(["b"], next: "/p?2"),
      Self.page(["a"]),
    ])
    #expect(walk.ids == ["d", "c"])
    var error = APIError(
      .lostPlace,
      "a page token expired, and the rows before it were gone when the list was read again",
      status: 200, attempts: 1)
    error.page = 2
    #expect(walk.error == error)
  }

  @Test func aTokenThatExpiresTwiceIsAnError() async throws {
    let walk = try await walk([
      Self.page(["b"], next: "/p?1"), Self.expired, Self.page(["b"], next: "/p?2"), Self.expired,
    ])
    #expect(walk.ids == ["b"])
    var error = APIError(
      .invalidRequest, "token expired", status: 400, code: "invalid_pagination", attempts: 1)
    error.page = 2
    #expect(walk.error == error)
  }

  @Test func theFirstPageHasNoTokenToExpire() async throws {
    let walk = try await walk([Self.expired])
    #expect(walk.error?.code == "invalid_pagination")
    #expect(walk.targets == ["/v1/phone-numbers"])
  }

  @Test func rowsWithoutIdsHaveNoPlace() async throws {
    let page = Response(
      status: 200, headers: [], body: Array(#"{"next_page_url":"/p?1","data":[{}]}"#.utf8))
    let walk = try await walk([page, Self.expired])
    #expect(walk.error?.code == "invalid_pagination")
  }

  @Test func emptyPagesBeforeTheExpiryLeaveNothingToSkip() async throws {
    let walk = try await walk([
      Self.page([], next: "/p?1"), Self.expired, Self.page(["b", "a"]),
    ])
    #expect(walk.ids == ["b", "a"])
  }
}
