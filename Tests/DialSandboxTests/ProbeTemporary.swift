import DialSandbox
import DialStack
import FoundationEssentials
import Testing

@Suite struct ProbeTemporary {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["DIAL_PROBE"] != nil))
  func probe() async throws {
    let clock = ContinuousClock()
    func memory() -> String {
      let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
      return text.split(separator: "\n").filter { $0.hasPrefix("VmHWM") || $0.hasPrefix("VmRSS") }
        .joined(separator: " ")
    }
    let sandbox = try Sandbox(options: .init(accounts: 1, numbers: 1_000_000))
    var start = clock.now
    let first = try await sandbox.numbers("?limit=100")
    print("generate 1M:", clock.now - start, memory(), first.body.count)
    start = clock.now
    _ = try await sandbox.numbers("?limit=100&status=active")
    print("filter index:", clock.now - start, memory())
    for query in ["?limit=100", "?limit=100&status=active"] {
      var target = "/v1/phone-numbers\(query)"
      start = clock.now
      var pages = 0
      while pages < 5000 {
        let r = try await sandbox.send(Request(target: target, account: account))
        pages += 1
        target = next(r.body) ?? target
      }
      print("memory pages/s:", Double(pages) / ((clock.now - start) / .seconds(1)))
    }
    try await SandboxServer.withServer(sandbox) { baseURL in
      for query in ["?limit=100", "?limit=100&status=active"] {
        let request = getRequest("/v1/phone-numbers\(query)", connection: "keep-alive")
        let batch = String(repeating: request, count: 2000) + getRequest("/v1/accounts")
        start = clock.now
        let text = await exchange(batch, port: port(of: baseURL))
        let rate = 2000 / ((clock.now - start) / .seconds(1))
        print("socket pages/s (pipelined):", rate, text.utf8.count)
      }
      if let seconds = ProcessInfo.processInfo.environment["DIAL_PROBE"].flatMap({ Int($0) }) {
        print("serving", baseURL)
        try await Task.sleep(for: .seconds(seconds))
      }
    }
  }

  private func next(_ body: [UInt8]) -> String? {
    guard let start = firstIndex(of: Array(#""next_page_url":""#.utf8), in: Array(body.prefix(100)))
    else { return nil }
    let rest = body[(start + 17)...]
    return rest.firstIndex(of: UInt8(ascii: "\"")).map {
      String(decoding: rest[..<$0], as: UTF8.self)
    }
  }
}
