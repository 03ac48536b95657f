import DialTestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `dialsh sandbox` as a process of its own, for as long as `body` runs.
func withSandboxProcess<Result>(
  _ arguments: String..., body: (_ baseURL: String) async throws -> Result
) async throws -> Result {
  try await withSandboxProcess(arguments, body: body)
}

func withSandboxProcess<Result>(
  _ arguments: [String], body: (_ baseURL: String) async throws -> Result
) async throws -> Result {
  let program = try Program()
  let sandbox = try program.start(["sandbox", "--port", "0"] + arguments)
  try await eventually("the sandbox to listen") { try sandbox.errors.contains("\n") }
  let line = try sandbox.errors
  guard let start = line.firstRange(of: "http://")?.lowerBound,
    let end = line[start...].firstIndex(of: ";")
  else { throw NoSandbox(said: line) }
  let result = try await body(String(line[start..<end]))
  sandbox.process.signal(SIGTERM)
  _ = try await sandbox.end()
  return result
}

private struct NoSandbox: Error {
  let said: String
}
