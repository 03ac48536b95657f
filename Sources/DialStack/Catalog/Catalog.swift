/// The resources that the program knows.
package struct Catalog: Sendable, Hashable {
  /// The resources in the order of `help`.
  package let resources: [Resource]
  /// The names of the API's lists that this version doesn't read.
  package let unavailable: Set<String>

  package init(resources: [Resource], unavailable: Set<String> = []) {
    self.resources = resources
    self.unavailable = unavailable
  }

  /// The resource that the language calls `name`.
  package subscript(name: String) -> Resource? {
    resources.first { $0.name == name }
  }

  /// The resources that are lists, and no single objects.
  package var lists: [Resource] { resources.filter { $0.paging != .object } }

  /// The list of the accounts that other lists belong to.
  package var accountList: Resource? { resources.first(where: \.holdsAccounts) }

  /// The list of the numbers that belong to an account: the first that `format` gives columns of its own.
  package var numberList: Resource? { resources.first { !$0.formatColumns.isEmpty } }

  /// The word for ``accountList``, as sentences name it.
  package var accountListName: String { accountList?.name ?? "accounts" }
}

extension Catalog {
  /// The resources of the DialStack API.
  package static let standard = Catalog(
    resources: account + calls + devices + routing + orders + objects)

  private static let account: [Resource] = [
    .accounts, .numbers, .users, .adminUsers, .presence, .extensions, .locations,
  ]

  private static let calls: [Resource] = [
    .calls, .listeners, .voicemails, .faxes, .sharedVoicemailBoxes, .audioClips,
  ]

  private static let devices: [Resource] = [
    .devices, .deviceUsers, .deviceButtons, .buttonOverrides, .buttonTemplates, .templateButtons,
    .compatibleButtonTemplates, .dectBases, .dectHandsets, .dectExtensions, .deskphoneLines,
    .deskphoneEvents,
  ]

  private static let routing: [Resource] = [
    .ringGroups, .queues, .queueMembers, .schedules, .dialPlans, .voiceApps, .aiAgents,
    .blockedNumbers,
  ]

  private static let objects: [Resource] = [
    .accountPricing, .accountEffectivePricing, .accountTerms, .accountPortOutPIN, .userPresence,
    .userQueueAgent, .greeting, .callTranscript, .callRecording, .voicemailTranscript,
    .numberSMSPortOut, .hardwareOrderShippingQuote,
  ]

  private static let orders: [Resource] = [
    .availablePhoneNumbers, .phoneNumberOrders, .portOrders, .hardwareOrders, .webhookEndpoints,
  ]
}
