extension Resource {
  /// Numbers that could be bought.
  package static let availablePhoneNumbers = Resource(
    name: "available_phone_numbers", singular: "available phone number",
    summary: "Numbers that could be bought, of the place that is asked for.",
    path: "/v1/available-phone-numbers", scope: .account, key: "phone_number",
    fields: [
      Field("phone_number", .phone, .always, "the number", example: "+14155551234"),
      Field("city", .text, .optional, "where it is", example: "San Francisco"),
      Field("state", .text, .optional, "in which state", example: "CA"),
      Field("rate_center", .text, .optional, "by what it is charged", example: "SNFC CNTRL"),
      Field("lata", .text, .optional, "the area of its carriers, or nothing", example: "722"),
      Field("area_code", .text, .inQuery, "its first three digits", example: "415"),
      Field("zip", .text, .inQuery, "a ZIP code near by", example: "94103"),
      Field("npa_nxx", .text, .inQuery, "its first six digits", example: "415555"),
    ],
    essentials: ["phone_number", "city", "state", "rate_center"],
    filters: [
      .equal("area_code"), Filter("state", on: "state", by: .equal, isWider: true),
      Filter("city", on: "city", by: .equal, isWider: true), .equal("zip"), .equal("npa_nxx"),
    ],
    paging: .counted(by: "quantity"), readsItems: false, order: .asListed,
    traps: [
      Trap(
        .anywhere,
        "they are of the carrier's stock, not of the account, and an answer has 100 at most: a "
          + "count of them says nothing"),
      Trap(.field("city"), "a city that the carrier spells in another way is not found"),
    ])
}
