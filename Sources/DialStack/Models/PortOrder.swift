// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A port order.
public struct PortOrder: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<PortOrder>

  /// The id of the order: `port_01h2`.
  public var id: ID
  /// How far it is.
  public var status: Status
  /// What moves, whence and when.
  ///
  /// - Note: Dates and times of details are those of requested_foc_timezone, or Eastern time.
  public var details: Details
  /// When it was given to the carrier.
  ///
  /// - Note: Until `submittedAt` has a value, a requested date is a wish and nothing is fixed.
  public var submittedAt: Date?
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date

  /// What moves, whence and when.
  public struct Details: Sendable, Hashable, Codable {
    /// The numbers.
    public var phoneNumbers: [String]?
    /// Whose numbers they were.
    public var subscriber: Subscriber?
    /// The day that was asked for: `2026-09-30`.
    public var requestedFOCDate: String?
    /// The time of that day: `09:00`.
    public var requestedFOCTime: String?
    /// Where that is; none is Eastern time: `America/Chicago`. Servers that are older than it
    /// don't send it.
    public var requestedFOCTimezone: String?
    /// The day that was fixed: `2026-10-02`.
    public var actualFOCDate: String?
    /// Where they come from.
    public var losingCarrier: LosingCarrier?
    /// Which of the numbers can move.
    public var eligibility: [Eligibility]?
    /// Why it was turned down.
    public var rejection: Rejection?
    /// Who signed, where and when. It is not for every eye.
    public var approval: Approval?
    /// The letter that lets numbers go.
    public var loa: PortDocument?
    /// What the carrier knows of the customer.
    public var csr: PortDocument?
    /// A bill of the carrier.
    public var billCopy: PortDocument?

    /// Whose numbers they were.
    public struct Subscriber: Sendable, Hashable, Codable {
      /// The number on the bill: `+14155551234`.
      public var btn: String?
      /// The company: `Harbor Vet`.
      public var businessName: String?
      /// Who agreed: `Jane Doe`.
      public var approverName: String?
      /// The account there: `A-1001`. It is not for every eye.
      public var accountNumber: Secret?
      /// What opens that account: `0000`. It is not for every eye.
      public var pin: Secret?
      /// Where the numbers were. It is not for every eye.
      public var address: Address?

      /// Where the numbers were.
      public struct Address: Sendable, Hashable, Codable {
        /// The house: `12`.
        public var houseNumber: String?
        /// The street: `Main Street`.
        public var streetName: String?
        /// The second line: `Floor 4`.
        public var line2: String?
        /// The city: `Springfield`.
        public var city: String?
        /// The state: `IL`.
        public var state: String?
        /// The ZIP code: `62701`.
        public var zip: String?

        private enum CodingKeys: String, CodingKey {
          case line2, city, state, zip
          case houseNumber = "house_number"
          case streetName = "street_name"
        }
      }

      private enum CodingKeys: String, CodingKey {
        case btn, pin, address
        case businessName = "business_name"
        case approverName = "approver_name"
        case accountNumber = "account_number"
      }
    }

    /// Where they come from.
    public struct LosingCarrier: Sendable, Hashable, Codable {
      /// Its name: `Example Telecom`.
      public var name: String?
      /// Its number among carriers: `1234`.
      public var spid: String?
      /// How it gives numbers away: `wireline`.
      public var portType: String?

      private enum CodingKeys: String, CodingKey {
        case name, spid
        case portType = "port_type"
      }
    }

    /// Which of the numbers can move.
    public struct Eligibility: Sendable, Hashable, Codable {
      /// The number: `+14155551234`.
      public var phoneNumber: String?
      /// Where it comes from: `Example Telecom`.
      public var losingCarrierName: String?
      /// That one's number: `1234`.
      public var losingCarrierSPID: String?
      /// Whether it is a mobile.
      public var isWireless: Bool?
      /// Whether the account there must be named.
      public var accountNumberRequired: Bool?

      private enum CodingKeys: String, CodingKey {
        case phoneNumber = "phone_number"
        case losingCarrierName = "losing_carrier_name"
        case losingCarrierSPID = "losing_carrier_spid"
        case isWireless = "is_wireless"
        case accountNumberRequired = "account_number_required"
      }
    }

    /// Why it was turned down.
    public struct Rejection: Sendable, Hashable, Codable {
      /// A word for programs: `pin_mismatch`.
      public var code: String?
      /// A sentence: `The PIN is another one`.
      public var message: String?

      private enum CodingKeys: String, CodingKey {
        case code, message
      }
    }

    /// Who signed, where and when.
    public struct Approval: Sendable, Hashable, Codable {
      /// The name that was signed: `Jane Doe`.
      public var signature: String?
      /// The address it came from: `203.0.113.7`.
      public var ip: String?
      /// When that was: `2026-01-15T10:00:00Z`.
      public var timestamp: String?

      private enum CodingKeys: String, CodingKey {
        case signature, ip, timestamp
      }
    }

    private enum CodingKeys: String, CodingKey {
      case subscriber, eligibility, rejection, approval, loa, csr
      case phoneNumbers = "phone_numbers"
      case requestedFOCDate = "requested_foc_date"
      case requestedFOCTime = "requested_foc_time"
      case requestedFOCTimezone = "requested_foc_timezone"
      case actualFOCDate = "actual_foc_date"
      case losingCarrier = "losing_carrier"
      case billCopy = "bill_copy"
    }
  }
}
