import DialExport
package import DialStack

extension Vocabulary {
  /// All that the language has, over the resources of `catalog`.
  package static func standard(catalog: Catalog = .standard) -> Vocabulary {
    var vocabulary = Vocabulary(
      catalog: catalog,
      stages: [
        WhereStage.self, SelectStage.self, SortStage.self, UniqueStage.self, LimitStage.self,
        SkipStage.self, LastStage.self, CountStage.self, StatsStage.self, SetStage.self,
        EachStage.self, WithStage.self,
        FormatStage.self, ExpectStage.self,
      ],
      exporters: [
        TableFormat.self, CSVFormat.self, TSVFormat.self, JSONFormat.self, NDJSONFormat.self,
      ],
      statements: [
        StatementWord(UseStatement.self), StatementWord(LetStatement.self),
        StatementWord(ParamStatement.self), StatementWord(DefStatement.self),
        StatementWord(IncludeStatement.self),
        StatementWord(ExplainStatement.self), StatementWord(HelpStatement.self),
        StatementWord(MoreStatement.self), StatementWord(ExitStatement.self),
      ])
    vocabulary.functions = [
      LowerFunction.self, UpperFunction.self, TrimFunction.self, LengthFunction.self,
      ConcatFunction.self, ReplaceFunction.self, PrefixFunction.self, RoundFunction.self,
      AbsoluteFunction.self, CoalesceFunction.self, IfFunction.self, DayFunction.self,
      WeekFunction.self, WeekdayFunction.self, MonthFunction.self, YearFunction.self,
      HourFunction.self,
    ]
    return vocabulary
  }
}
