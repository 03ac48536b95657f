import DialStack

extension Resource {
  /// A list of one number, whose rows are told apart by a number of their own.
  static let numberRoutes = Resource(
    name: "number_routes", singular: "route", summary: "Where a number leads, in order.",
    path: "/v1/phone-numbers/{number}/routes", parents: [Parent("number", namedBy: "number")],
    scope: .account, key: "position",
    fields: [
      Field(
        "number", .id, .always, "the number", example: "did_01h2", relation: .to("numbers")),
      Field("position", .integer, .always, "which of them", example: "1"),
      Field("title", .text, .always, "what it is called", example: "night"),
    ],
    essentials: ["position", "title"], order: .ascending(by: "position"))
}
