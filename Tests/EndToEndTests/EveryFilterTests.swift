import DialPipeline
import DialSandbox
import DialShell
import DialStack
import ShellTestSupport
import Testing

/// Each filter and search of the API's lists: the sandbox keeps the rows that are kept here.
struct EveryFilterTests {
  private static let catalog = Catalog.standard

  /// A parameter with conditions that ask for it.
  private struct Trial {
    let parameter: String
    let conditions: [String]
  }

  @Test(arguments: catalog.lists.filter { !$0.filters.isEmpty || !$0.searches.isEmpty }.map(\.name))
  func theAPIKeepsWhatIsKeptHere(_ name: String) async throws {
    let resource = try #require(Self.catalog[name])
    let asking = try Sandbox()
    let ignoring = try Sandbox(options: .init(faults: [Fault(.ignoreFilters)]))
    let parent = try await parent(of: resource)
    for trial in try await trials(of: resource, under: parent, in: asking) {
      var rows = 0
      for condition in trial.conditions {
        let line = "\(resource.name) where \((parent + [condition]).joined(separator: " and "))"
        let with = try await outcome(line, over: asking)
        let without = try await outcome(line, over: ignoring)
        try #require(with.status == .done, "\(line): \(with.errors)")
        #expect(with.requests.first?.contains("\(trial.parameter)=") == true, "\(line)")
        // Of a stock that has no end, each answer is a part.
        if resource.sizeParameter == "limit" || resource.paging == .whole {
          #expect(with.output == without.output, "\(line)")
        }
        rows += with.output.split(separator: "\n").count - 1
      }
      #expect(rows > 0, "\(resource.name) by \(trial.parameter): \(trial.conditions)")
    }
  }

  /// The condition that names a parent, if there is one.
  private func parent(of resource: Resource) async throws -> [String] {
    guard let parent = resource.parents.first,
      let owner = resource.field(named: parent.field)?.relation?.lists.first
    else { return [] }
    let ids = try await values(of: "id", in: owner, over: Sandbox())
    return ["\(parent.field)=\(try #require(ids.first))"]
  }

  private func trials(of resource: Resource, under parent: [String], in sandbox: Sandbox)
    async throws -> [Trial]
  {
    var trials: [Trial] = []
    for filter in resource.filters {
      guard let field = resource.field(named: filter.field) else { continue }
      let samples: [String]
      if let list = field.relation?.lists.first, !resource.askedBy.isEmpty || filter.list != nil {
        samples = try await values(of: "id", in: list, over: sandbox)
      } else if field.presence.isInItems, resource.askedBy.isEmpty, resource.paging == .pages {
        let source = ([resource.name] + parent.map { "where \($0)" }).joined(separator: " ")
        samples = try await values(of: field.name, in: source, over: sandbox)
      } else {
        // What no list has: an example does.
        samples = [field.example]
      }
      let conditions = filter.conditions(samples)
      // What rows don't carry can't be held against anything here.
      guard field.presence.isInItems || filter.list != nil else { continue }
      trials.append(
        Trial(parameter: filter.parameter.replacing("[]", with: "%5B%5D"), conditions: conditions))
    }
    for search in resource.searches {
      var conditions: [String] = []
      for field in search.fields {
        let samples = try await values(of: field, in: resource.name, over: sandbox)
        conditions += samples.prefix(3).map { sample in
          search.subject == .digits
            ? "\(field)=\(sample)" : "\(field) ~ \(sample.prefix { $0.isLetter || $0.isNumber })"
        }
      }
      trials.append(Trial(parameter: search.parameter, conditions: conditions))
    }
    return trials
  }

  /// Some different values of a field, without what the language has to quote in a special way.
  private func values(of field: String, in source: String, over sandbox: Sandbox) async throws
    -> [String]
  {
    let rows = try await outcome("\(source) | select \(field) | uniq \(field)", over: sandbox)
    try #require(rows.status == .done, "\(source): \(rows.errors)")
    return rows.output.split(separator: "\n").dropFirst().map { String($0) }.filter { value in
      !value.isEmpty
        && value.allSatisfy { $0.isLetter || $0.isNumber || "_+:.-@ ".contains($0) }
        && (!field.hasSuffix("_number") || value.hasPrefix("+1"))
    }
  }

  private func outcome(_ line: String, over sandbox: Sandbox) async throws -> Outcome {
    var setting = RunSetting()
    setting.account = SandboxOptions.documentAccount
    return try await run(line, in: setting) { options in
      Client(transport: sandbox, hiding: setting.key, options: options, timing: .system)
    }
  }
}

extension Filter {
  /// Conditions that make the filter be asked for.
  fileprivate func conditions(_ samples: [String]) -> [String] {
    let values = samples.prefix(4).map { "'\($0)'" }
    return switch comparison {
    case .equal: values.map { "\(field)=\($0)" }
    case .atLeast: values.map { "\(field) >= \($0)" }
    case .below: values.map { "\(field) < \($0)" }
    case .present: ["\(field) = null", "\(field) != null"]
    case .among:
      values.map { "\(field)=\($0)" } + ["\(field) in (\(values.joined(separator: ", ")))"]
        + (anyValue == nil ? [] : ["\(field) != null"])
    }
  }
}
