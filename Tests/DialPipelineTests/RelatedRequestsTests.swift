import DialPipeline
import DialStack
import DialTestSupport
import Synchronization
import Testing

/// How many requests it takes to follow ids.
struct RelatedRequestsTests {
  /// Users `user_0` to `user_N`, in pages and each by itself; hears of every request.
  private final class Users: Transport {
    private let count: Int
    private let seen = Mutex<[String]>([])

    init(_ count: Int) {
      self.count = count
    }

    var targets: [String] { seen.withLock { $0 } }

    func send(_ request: Request) async throws -> Response {
      seen.withLock { $0.append(request.target) }
      let list = "/v1/users"
      if request.target.hasPrefix(list + "/") {
        let id = request.target.dropFirst(list.count + 1)
        guard let number = Int(id.dropFirst(5)), number < count else {
          return Response(status: 404, headers: [], body: Array(#"{"error":"none"}"#.utf8))
        }
        return Response(status: 200, headers: [], body: Array(user(number).utf8))
      }
      let start = request.target.split(separator: "page=").last.flatMap { Int($0) } ?? 0
      let end = min(start + 100, count)
      let next = end < count ? "\"\(list)?page=\(end)\"" : "null"
      let body =
        "{\"next_page_url\":\(next),\"data\":[\((start..<end).map(user).joined(separator: ","))]}"
      return Response(status: 200, headers: [], body: Array(body.utf8))
    }

    private func user(_ number: Int) -> String {
      #"{"id":"user_\#(number)","name":"Name \#(number)"}"#
    }
  }

  /// Ten pages of a hundred calls by users in turn.
  private static func pages(by users: [Int]) -> [String] {
    (0..<10).map { page in
      (0..<100).map {
        #"{"id":"call_\#($0)","user":"user_\#(users[(page * 100 + $0) % users.count])"}"#
      }
      .joined(separator: ",")
    }
  }

  /// The requests for `with user` over calls, and whether each has its user's name.
  private func requests(_ pages: [String], of count: Int) async throws -> [String] {
    let plan = try Planning.pipeline(
      "calls | with user | select user, user.name | export csv header=no")
    let users = Users(count)
    let client = Client(transport: users)
    let run = Run(client: client, report: RunReport(), now: Planning.now, zone: .utc)
    let rows = try await text(of: plan.staged(try TestBatches(pages), in: run), by: plan)
    for row in rows.split(separator: "\n") {
      let cells = row.split(separator: ",")
      #expect(cells[1] == "Name \(cells[0].dropFirst(5))")
    }
    #expect(rows.split(separator: "\n").count == pages.count * 100)
    return users.targets
  }

  @Test func twentyUsersOfAThousandCallsAreOnePage() async throws {
    let requests = try await requests(Self.pages(by: Array(0..<20)), of: 60)
    #expect(requests == ["/v1/users?limit=100"])
  }

  @Test func twentyUsersOfManyAreNoMoreRequests() async throws {
    let requests = try await requests(Self.pages(by: (0..<20).map { 250 * $0 }), of: 5000)
    #expect(requests.count == 20)
    #expect(requests.count { $0.hasPrefix("/v1/users?") } == 1)
  }

  @Test func usersOfWhomThePageHasNoneTakeOneRequestMore() async throws {
    let requests = try await requests(Self.pages(by: (0..<20).map { 4000 + 50 * $0 }), of: 5000)
    #expect(requests.count == 21)
  }

  @Test func threeUsersAreAskedForByThemselves() async throws {
    let requests = try await requests(Self.pages(by: [7, 8, 9]), of: 250)
    #expect(requests.sorted() == ["/v1/users/user_7", "/v1/users/user_8", "/v1/users/user_9"])
  }

  @Test func usersThatComeOneByOneAreReadByPages() async throws {
    // Each page of calls names two users that the pages before didn't.
    let pages = (0..<100).map { page in
      Self.pages(by: [2 * page, 2 * page + 1])[0]
    }
    let requests = try await requests(pages, of: 200)
    #expect(
      requests.sorted() == [
        "/v1/users/user_0", "/v1/users/user_1", "/v1/users?limit=100", "/v1/users?page=100",
      ])
  }

  @Test func twoHundredAndFiftyUsersAreThreePages() async throws {
    let requests = try await requests(Self.pages(by: Array(0..<250)), of: 250)
    #expect(
      requests == ["/v1/users?limit=100", "/v1/users?page=100", "/v1/users?page=200"])
  }
}
