// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Client {
  /// The desk phones, DECT bases and DECT handsets of an account.
  public var devices: Devices { Devices(client: self) }
}

/// The desk phones, DECT bases and DECT handsets of an account.
public struct Devices: Sendable {
  let client: Client

  /// The desk phones, DECT bases and DECT handsets of an account, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - type: those alone whose ``Device/type`` it is; all if there is none.
  ///   - location: those alone whose ``Device/location`` it is; all if there is none.
  ///   - expand: what is to come in full with them.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, type: Device.Kind? = nil, location: Location.ID? = nil,
    expand: [Device.Expansion] = [], account: Account.ID
  ) -> Listing<Device> {
    var query = Query()
    query.add("type", type)
    query.add("location", location)
    query.expand(expand)
    return client.list(.devices, query, limit: limit, account: account)
  }

  /// A device.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(
    _ id: Device.ID, expand: [Device.Expansion] = [], account: Account.ID
  ) async throws -> Device {
    var query = Query()
    query.expand(expand)
    return try await client.retrieve(.devices, key: id.rawValue, query, account: account)
  }

  /// Who uses one device, a row a line.
  ///
  /// - Parameters:
  ///   - device: the device.
  ///   - account: whose they are.
  public func users(of device: Device.ID, account: Account.ID) -> Listing<DeviceUser> {
    client.list(.deviceUsers, of: ["device": device.rawValue], Query(), account: account)
  }

  /// The buttons of one device: its template's and its own.
  ///
  /// - Parameters:
  ///   - device: the device.
  ///   - account: whose they are.
  public func buttons(of device: Device.ID, account: Account.ID) -> Listing<DeviceButton> {
    client.list(.deviceButtons, of: ["device": device.rawValue], Query(), account: account)
  }

  /// What the buttons of one device have other than its template, the newest first.
  ///
  /// - Parameters:
  ///   - device: the device.
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are.
  public func buttonOverrides(
    of device: Device.ID, limit: Int? = nil, account: Account.ID
  ) -> Listing<ButtonOverride> {
    client.list(
      .buttonOverrides, of: ["device": device.rawValue], Query(), limit: limit, account: account)
  }

  /// The button templates that one device could follow, the newest first.
  ///
  /// - Parameters:
  ///   - device: the device.
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are.
  public func compatibleButtonTemplates(
    of device: Device.ID, limit: Int? = nil, account: Account.ID
  ) -> Listing<ButtonTemplate> {
    client.list(
      .compatibleButtonTemplates, of: ["device": device.rawValue], Query(), limit: limit,
      account: account)
  }

  /// The lines of one desk phone.
  ///
  /// - Parameters:
  ///   - deskphone: the desk phone.
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are.
  public func lines(
    of deskphone: Device.ID, limit: Int? = nil, account: Account.ID
  ) -> Listing<DeskPhoneLine> {
    client.list(
      .deskphoneLines, of: ["deskphone": deskphone.rawValue], Query(), limit: limit,
      account: account)
  }

  /// When one desk phone fetched its settings, and what went wrong, the newest first.
  ///
  /// - Parameters:
  ///   - deskphone: the desk phone.
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - from: the earliest ``DeskPhoneEvent/createdAt`` that counts.
  ///   - to: the first ``DeskPhoneEvent/createdAt`` that no longer counts.
  ///   - account: whose they are.
  public func events(
    of deskphone: Device.ID, limit: Int? = nil, from: Date? = nil, to: Date? = nil,
    account: Account.ID
  ) -> Listing<DeskPhoneEvent> {
    var query = Query()
    query.add("from", from)
    query.add("to", to)
    return client.list(
      .deskphoneEvents, of: ["deskphone": deskphone.rawValue], query, limit: limit, account: account
    )
  }
}
