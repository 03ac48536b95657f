package import DialLanguage
package import DialRows
package import DialStack

/// One step of a pipeline. A stage is a value that planning made; only its work is done in a run.
package protocol Stage: Sendable {
  static var signature: Signature { get }

  /// Whether the columns behind the stage are those before it.
  static var keepsColumns: Bool { get }

  /// The fields that its arguments may name, for completion.
  ///
  /// The default is all of them.
  static func fields(among columns: Columns, in catalog: Catalog) -> [String]

  /// Reads the stage's arguments.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with them.
  init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection)

  /// The columns behind the stage.
  func columns(from columns: Columns) -> Columns

  /// What the planner and `explain` know of the stage.
  var effect: StageEffect { get }

  /// The same stage with only some of its conditions.
  ///
  /// The default is the stage itself, for those without.
  func keeping(_ conditions: [StageCondition]) -> Self

  /// The same stage, with the ways that planning chose for the relations that it follows.
  ///
  /// The default is the stage itself, for those that follow none.
  func following(_ relations: [FollowedRelation]) -> Self

  /// Begins the work of one run, before the first row; it may ask the API.
  ///
  /// The default leaves the rows as they are.
  func start(in run: Run) async throws -> any StageWork
}

extension Stage {
  package static var keepsColumns: Bool { true }
  package static func fields(among columns: Columns, in catalog: Catalog) -> [String] {
    columns.names
  }
  package func columns(from columns: Columns) -> Columns { columns }
  package func keeping(_ conditions: [StageCondition]) -> Self { self }
  package func following(_ relations: [FollowedRelation]) -> Self { self }
  package func start(in run: Run) -> any StageWork { UnchangedRows() }
}

/// What a stage may know while it is planned.
package struct StageContext {
  /// The name that the user called the stage by, and where.
  package let name: Word
  /// The columns before the stage.
  package let columns: Columns
  let planner: Planner

  package var scope: Scope { planner.scope }
  package var vocabulary: Vocabulary { planner.vocabulary }

  /// Reads a pipeline in parentheses, and plans it.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with it.
  package func pipelineInParentheses(_ arguments: inout ArgumentReader) throws(Rejection) -> Plan {
    try planner.pipelineInParentheses(&arguments)
  }
}
