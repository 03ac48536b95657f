import DialLanguage
import DialPipeline
import DialRows

/// `add NAME = CALCULATION`: a column more.
struct AddStage: Stage {
  static let signature = Signature(
    "add", .value("NAME"), .value("CALCULATION").behind("="),
    summary: "Add a column that is worked out of others.",
    examples: [Example("numbers | add area = area(.phone_number)", "the area of each number")])

  static let keepsColumns = false

  private let column: Column

  init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    let name = try arguments.name("a column's name")
    guard arguments.skip(.equal) else {
      throw Rejection(Diagnostic(at: arguments.current.range, "expected `=`"))
    }
    column = try context.calculatedColumn(name.text, &arguments)
    try arguments.finish(after: "the calculation")
  }

  func columns(from columns: Columns) -> Columns {
    Columns(
      origin: columns.origin, visible: columns.visible + [column], resource: columns.resource)
  }

  var effect: StageEffect { StageEffect("works out a column", demand: .rowForRow) }
}
