package import DialLanguage
package import DialRows
import DialStack

/// `set NAME = CALCULATION, …`: columns that are worked out of others.
package struct SetStage: Stage {
  package static let signature = Signature(
    "set", .value("NAME = CALCULATION").repeated(.withCommas),
    summary: "Add columns that are worked out of others, or replace one.",
    synonyms: ["let", "mutate", "put", "assign", "extend"],
    details: [
      "A calculation has values, fields with a dot before them, functions, parentheses and + - * /",
      "between spaces: `set rate = .total_cents / 100`. `help` lists the functions.",
      "Numbers are decimals of 34 digits, without binary rounding; a quotient has 20 digits.",
      "Time - time is a number of seconds, and time + seconds a time; `now` is one: `now - .created_at`.",
      "A division by zero, a number that is too large and a value that is no number give null, and a",
      "warning counts them. Anything with null is null. Memory: one page.",
    ],
    examples: [
      Example(
        "calls where started_at >= -7d | set wait = .connected_at - .started_at",
        "how long callers waited"),
      Example("numbers | set area = prefix(.phone_number, 5) | count by area", "by area code"),
    ])

  package static let keepsColumns = false

  private let made: [Column]
  private let visible: [Column]
  private let room: Columns.Room

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    var columns = context.columns
    var made: [Column] = []
    var diagnostics: [Diagnostic] = []
    repeat {
      let name = try arguments.name("a column's name")
      guard arguments.skip(.equal) else {
        throw Rejection(.expectedEqual(behind: name, found: arguments.current))
      }
      let expression = try arguments.calculation()
      do throws(Rejection) {
        let column = try context.calculatedColumn(name.text, expression, over: columns)
        columns = columns.setting(column)
        made.append(column)
      } catch {
        diagnostics += error.diagnostics
      }
    } while arguments.skip(.comma)
    try arguments.finish(after: "the calculation")
    if let rejection = Rejection(diagnostics) { throw rejection }
    self.made = made
    visible = columns.visible
    room = columns.room
  }

  package func columns(from columns: Columns) -> Columns { columns.showing(visible, room: room) }

  package var effect: StageEffect {
    let names = made.map { "`\($0.name)`" }.joined(separator: ", ")
    var effect = StageEffect("works out \(names)", demand: .rowForRow)
    effect.reads = made.map(\.accessor)
    return effect
  }

  package func start(in run: Run) -> any StageWork {
    SetWork(made.map { ($0.name, CalculationReader($0.accessor, in: run.zone.days)) })
  }
}

private struct SetWork: StageWork {
  private var readers: [(name: String, reader: CalculationReader)]

  init(_ readers: [(name: String, reader: CalculationReader)]) {
    self.readers = readers
  }

  mutating func take(_ batch: inout Batch, in run: Run) -> Flow {
    for index in batch.records.indices {
      for column in readers.indices {
        let value = readers[column].reader.value(in: batch.records[index])
        batch.records[index] = batch.records[index].extended(by: [value])
      }
    }
    for (name, reader) in readers { run.report.calculated(name, reader.faults) }
    return .goOn
  }
}

extension CalculationReader {
  /// What works out a column, its days being those of `zone`.
  fileprivate init(_ accessor: Accessor, in zone: DayZone) {
    switch accessor.settled(in: zone) {
    case .computed(let calculation): self.init(calculation)
    case let plain: self.init(.value(of: plain))
    }
  }
}

extension Columns {
  /// The columns with one more, in a cell of each row, or with one of that name replaced.
  fileprivate func setting(_ column: Column) -> Columns {
    let cell = column.inCell(room.cells)
    var room = room
    room.cells += 1
    var visible = visible
    if let index = visible.firstIndex(where: { $0.name == column.name }) {
      visible[index] = cell
    } else {
      visible.append(cell)
    }
    return showing(visible, room: room)
  }
}

extension Diagnostic {
  fileprivate static func expectedEqual(behind name: Word, found token: Token) -> Diagnostic {
    Diagnostic(at: token.range, "expected `=` behind `\(name.text)`, found \(token.spelling)")
  }
}
