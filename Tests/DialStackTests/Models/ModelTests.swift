import DialStack
import Foundation
import Testing

@Suite struct ModelTests {
  private func decode<Item: Decodable>(_ json: String, as type: Item.Type = Item.self) throws
    -> Item
  {
    try JSONDecoder().decode(type, from: Data(json.utf8))
  }

  /// Writes an item and reads it again, which must give the same.
  private func again<Item: Codable & Equatable>(_ item: Item) throws {
    let copy = try JSONDecoder().decode(Item.self, from: JSONEncoder().encode(item))
    #expect(copy == item)
  }

  private static let time = Date(timeIntervalSince1970: 1_768_471_200)

  private static let whole = """
    {"id":"did_1","phone_number":"+14155551234","status":"active",
     "created_at":"2026-01-15T10:00:00Z","updated_at":"2026-01-15T10:00:00.5Z",
     "outbound_enabled":true,"fax_enabled":false,"inbound_routing":"default",
     "routing_target":"user_1","location":"loc_2","number_class":"temporary",
     "expires_at":"2026-01-15T11:00:00+01:00",
     "disconnected_at":null,"caller_id_name":"ARMSTRONG","caller_id_prefix":"[Acme]",
     "caller_id_visibility":"PUBLIC","directory_listing_name":"Acme Corp",
     "directory_listing_type":"non_listed","directory_listing_location":"loc_1",
     "directory_listing_location_id":"loc_old","unknown":{"deep":[1,{}]},
     "config":{"fax_notifications":{"recipients":["a@b.example"],"delete_documents":false,
     "attach_pdf":true}}}
    """

  @Test func aWholeNumber() throws {
    let number: PhoneNumber = try decode(Self.whole)
    #expect(number.id == "did_1")
    #expect(number.phoneNumber == "+14155551234")
    #expect(number.display == "+1 (415) 555-1234")
    #expect(number.status == .active)
    #expect(number.createdAt == Self.time)
    #expect(number.updatedAt == Self.time.addingTimeInterval(0.5))
    #expect(number.outboundEnabled == true)
    #expect(number.faxEnabled == false)
    #expect(number.inboundRouting == .default)
    #expect(number.routingTarget == "user_1")
    #expect(number.location == "loc_2")
    #expect(number.numberClass == .temporary)
    #expect(number.expiresAt == Self.time)
    #expect(number.disconnectedAt == nil)
    #expect(number.callerIDName == "ARMSTRONG")
    #expect(number.callerIDPrefix == "[Acme]")
    #expect(number.callerIDVisibility == .public)
    #expect(number.directoryListingName == "Acme Corp")
    #expect(number.directoryListingType == .nonListed)
    #expect(number.directoryListingLocation == "loc_1")
    #expect(number.config?.faxNotifications?.recipients == ["a@b.example"])
    #expect(number.config?.faxNotifications?.deleteDocuments == false)
    #expect(number.config?.faxNotifications?.attachPDF == true)
    try again(number)
  }

  @Test func fourFieldsAreEnough() throws {
    let number: PhoneNumber = try decode(JSON.number("did_1"))
    #expect(number.updatedAt == nil)
    #expect(number.config == nil)
    try again(number)
  }

  @Test(arguments: Resource.numbers.fields.filter { $0.presence != .always })
  func whatMayBeAbsentMayBeNull(_ field: Field) throws {
    let plain: PhoneNumber = try decode(JSON.number("did_1"))
    let json = JSON.number("did_1").dropLast() + #","\#(field.name)":null}"#
    #expect(try decode(String(json)) == plain)
  }

  @Test(arguments: Resource.numbers.fields) func everyFieldOfTheCatalogIsRead(_ field: Field) throws
  {
    let json = Self.whole.replacingOccurrences(
      of: #""\#(field.name)":"#, with: #""\#(field.name)":[[]],"was":"#)
    #expect(throws: DecodingError.self) { try decode(json, as: PhoneNumber.self) }
  }

  @Test func anUnknownChoiceIsKept() throws {
    let number: PhoneNumber = try decode(JSON.number("did_1", status: "porting"))
    #expect(number.status == PhoneNumber.Status(rawValue: "porting"))
    #expect("\(number.status)" == "porting")
    try again(number)
  }

  @Test func theOldKeyStandsInForTheNew() throws {
    let json = JSON.number("did_1").dropLast() + #","directory_listing_location_id":"loc_1"}"#
    #expect(try decode(String(json), as: PhoneNumber.self).directoryListingLocation == "loc_1")
  }

  private static let account = """
    {"id":"acct_1","name":"Harbor Vet","email":"owner@harborvet.example","phone":"+12018401234",
     "primary_contact_name":"Jane Doe","tos_status":"signed",
     "tos_accepted_at":"2026-01-15T10:00:00Z",
     "tos_resign_by":"2026-01-15T10:00:00Z","tos_variant":"hipaa",
     "onboarding_complete":false,"main_location_id":"loc_1","hold_music_clip":null,
     "hold_music_clip_id":"clip_old","default_button_template":"btpl_1",
     "config":{"region":"US","extension_length":4,"transcription_enabled":true,
      "recording_enabled":true,"redaction_enabled":false,"timezone":"America/New_York",
      "default_agent_visible":null,"max_phone_numbers":50,"e911_notification":{"emails":["a@b.c"]}},
     "created_at":"2026-01-15T10:00:00Z","updated_at":"2026-01-15T10:00:00Z"}
    """

  @Test func aWholeAccount() throws {
    let account: Account = try decode(Self.account)
    #expect(account.id == "acct_1")
    #expect(account.name == "Harbor Vet")
    #expect(account.email == "owner@harborvet.example")
    #expect(account.phone == "+12018401234")
    #expect(account.primaryContactName == "Jane Doe")
    #expect(account.termsStatus == .signed)
    #expect(account.termsAcceptedAt == Self.time)
    #expect(account.termsResignBy == Self.time)
    #expect(account.termsVariant == .hipaa)
    #expect(account.onboardingComplete == false)
    #expect(account.mainLocation == "loc_1")
    #expect(account.holdMusicClip == nil)
    #expect(account.defaultButtonTemplate == "btpl_1")
    #expect(account.config.region == "US")
    #expect(account.config.extensionLength == 4)
    #expect(account.config.transcriptionEnabled == true)
    #expect(account.config.recordingEnabled == true)
    #expect(account.config.redactionEnabled == false)
    #expect(account.config.timezone == "America/New_York")
    #expect(account.config.defaultAgentVisible == nil)
    #expect(account.config.maxPhoneNumbers == 50)
    #expect(account.config.emergencyNotification?.emails == ["a@b.c"])
    #expect(account.createdAt == Self.time)
    #expect(account.updatedAt == Self.time)
    try again(account)
  }

  @Test func aBareAccount() throws {
    let account: Account = try decode(
      """
      {"id":"acct_1","email":null,"primary_contact_name":null,"config":{},
       "created_at":"2026-01-15T10:00:00Z","updated_at":"2026-01-15T10:00:00Z"}
      """)
    #expect(account.email == nil)
    #expect(account.mainLocation == nil)
    try again(account)
  }

  @Test func anAccountWhoseNameIsNotUnicodeIsRead() async throws {
    let transport = ScriptedTransport(pages: [
      #"""
      {"id":"acct_1","name":"Vet \ud83d","email":null,"primary_contact_name":null,"config":{},
       "created_at":"2026-01-15T10:00:00Z","updated_at":"2026-01-15T10:00:00Z"}
      """#
    ])
    #expect(
      try await Client(transport: transport).accounts.retrieve("acct_1").name == "Vet \u{FFFD}")
  }

  @Test(arguments: Resource.accounts.fields) func everyFieldOfAnAccountIsRead(_ field: Field) throws
  {
    let name = Self.account.contains(#""\#(field.name)""#) ? field.name : field.alias ?? field.name
    let json = Self.account.replacingOccurrences(
      of: #""\#(name)":"#, with: #""\#(name)":[[]],"was":"#)
    #expect(throws: DecodingError.self) { try decode(json, as: Account.self) }
  }
}
