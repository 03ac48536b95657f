import DialExport
package import DialStack

extension Vocabulary {
  /// All that the language has, over the resources of `catalog`.
  package static func standard(catalog: Catalog = .standard) -> Vocabulary {
    Vocabulary(
      catalog: catalog,
      stages: [
        WhereStage.self, SelectStage.self, SortStage.self, UniqueStage.self, LimitStage.self,
        SkipStage.self, LastStage.self, CountStage.self, FormatStage.self,
      ],
      exporters: [
        TableFormat.self, CSVFormat.self, TSVFormat.self, JSONFormat.self, NDJSONFormat.self,
      ],
      statements: [
        StatementWord(UseStatement.self), StatementWord(ParamStatement.self),
        StatementWord(ExplainStatement.self), StatementWord(HelpStatement.self),
        StatementWord(MoreStatement.self), StatementWord(ExitStatement.self),
      ])
  }
}
