// What an order to bring numbers along says.

extension Resource {
  static let portDetails: [Field] = [
    Field(
      "phone_numbers", .list, .optional, "the numbers", example: "[\"+14155551234\"]",
      items: .phone),
    Field(
      "subscriber", .object, .sparse, "whose numbers they were", example: "{}",
      fields: portSubscriber),
    Field(
      "requested_foc_date", .text, .optional, "the day that was asked for",
      example: "2026-09-30"),
    Field("requested_foc_time", .text, .sparse, "the time of that day", example: "09:00"),
    Field(
      "requested_foc_timezone", .text, .optional, "where that is; none is Eastern time",
      example: "America/Chicago", since: .n4),
    Field("actual_foc_date", .text, .sparse, "the day that was fixed", example: "2026-10-02"),
    Field(
      "losing_carrier", .object, .sparse, "where they come from", example: "{}",
      fields: [
        Field("name", .text, .optional, "its name", example: "Example Telecom"),
        Field("spid", .text, .optional, "its number among carriers", example: "1234"),
        Field("port_type", .text, .optional, "how it gives numbers away", example: "wireline"),
      ]),
    Field(
      "eligibility", .list, .sparse, "which of the numbers can move", example: "[]",
      fields: [
        Field("phone_number", .phone, .optional, "the number", example: "+14155551234"),
        Field(
          "losing_carrier_name", .text, .optional, "where it comes from",
          example: "Example Telecom"),
        Field("losing_carrier_spid", .text, .optional, "that one's number", example: "1234"),
        Field("is_wireless", .boolean, .optional, "whether it is a mobile", example: "false"),
        Field(
          "account_number_required", .boolean, .optional,
          "whether the account there must be named", example: "true"),
      ], items: .object),
    Field(
      "rejection", .object, .sparse, "why it was turned down", example: "{}",
      fields: [
        Field("code", .text, .optional, "a word for programs", example: "pin_mismatch"),
        Field("message", .text, .optional, "a sentence", example: "The PIN is another one"),
      ]),
  ]

  private static let portSubscriber: [Field] = [
    Field("btn", .text, .optional, "the number on the bill", example: "+14155551234"),
    Field("business_name", .text, .optional, "the company", example: "Harbor Vet"),
    Field("approver_name", .text, .optional, "who agreed", example: "Jane Doe"),
    Field(
      "account_number", .text, .sparse, "the account there", example: "A-1001",
      sensitivity: .secret),
    Field(
      "pin", .text, .sparse, "what opens that account", example: "0000", sensitivity: .secret),
    Field(
      "address", .object, .optional, "where the numbers were", example: "{}",
      fields: [
        Field("house_number", .text, .optional, "the house", example: "12"),
        Field("street_name", .text, .optional, "the street", example: "Main Street"),
        Field("line2", .text, .optional, "the second line", example: "Floor 4"),
        Field("city", .text, .optional, "the city", example: "Springfield"),
        Field("state", .text, .optional, "the state", example: "IL"),
        Field("zip", .text, .optional, "the ZIP code", example: "62701"),
      ],
      sensitivity: .secret),
  ]

  static let portPapers: [Field] = [
    Field(
      "approval", .object, .sparse, "who signed, where and when", example: "{}",
      fields: [
        Field("signature", .text, .optional, "the name that was signed", example: "Jane Doe"),
        Field("ip", .text, .optional, "the address it came from", example: "203.0.113.7"),
        Field(
          "timestamp", .text, .optional, "when that was", example: "2026-01-15T10:00:00Z"),
      ],
      sensitivity: .secret),
    paper("loa", "the letter that lets numbers go"),
    paper("csr", "what the carrier knows of the customer"),
    paper("bill_copy", "a bill of the carrier"),
  ]

  /// A file that was handed in.
  private static func paper(_ name: String, _ summary: String) -> Field {
    Field(
      name, .object, .sparse, summary, example: "{}",
      fields: [
        Field(
          "s3_key", .text, .optional, "where it is kept", example: "orders/1.pdf",
          sensitivity: .secret),
        Field("content_type", .text, .optional, "what it is", example: "application/pdf"),
        Field("file_size", .integer, .optional, "its bytes", example: "51234"),
      ], shape: "PortDocument")
  }
}
