import DialStack

extension Recipe {
  /// The buttons of a device's template with its overrides over them, by their places.
  static let deviceButtons = Recipe(items: { world, list in
    EffectiveButtons(of: list, in: world).items()
  })

  /// The templates of the account that a device could follow.
  static let compatibleButtonTemplates = Recipe(items: { world, list in
    let templates = ListName(resource: "button_templates", account: list.account, parents: [])
    guard let items = world.generator(of: templates)?.items() else { return [] }
    return (0..<items.count).map { Array(items[$0]) }
  })
}

/// What the buttons of one device come to.
private struct EffectiveButtons {
  /// A device has so many places; what is beyond them is not shown.
  private static let places = 8

  private var buttons: [Int: (template: ArraySlice<UInt8>?, override: ArraySlice<UInt8>?)] = [:]

  /// - Parameter list: that of the device's buttons.
  init(of list: ListName, in world: World) {
    guard let account = list.account, let device = list.parents.first else { return }
    let templates = world.ids(of: "button_templates", in: account)
    if let template = Recipe.template(of: device, among: templates) {
      for item in Self.items(of: "template_buttons", under: template, in: account, of: world) {
        buttons[Self.position(of: item)] = (item, nil)
      }
    }
    for item in Self.items(of: "button_overrides", under: device, in: account, of: world) {
      buttons[Self.position(of: item), default: (nil, nil)].override = item
    }
  }

  func items() -> [[UInt8]] {
    buttons.sorted { $0.key < $1.key }.compactMap { position, button in
      if let override = button.override, text("suppressed", of: override) == "true" { return nil }
      guard let item = button.override ?? button.template else { return nil }
      var json = JSONText()
      json.object { json in
        json.key("position")
        json.integer(position)
        for name in ["label", "type", "target"] {
          guard let value = member(name, of: item) else { continue }
          json.key(name)
          json.raw(value)
        }
        json.key("source")
        json.text(
          button.override == nil
            ? "template" : button.template == nil ? "override" : "template_overridden")
        write("template_button", button.template, in: &json)
        write("override", button.override, in: &json)
        json.key("compatibility")
        json.object { json in
          json.key("supported")
          json.boolean(position <= Self.places)
          guard position > Self.places else { return }
          json.key("reason")
          json.text("position_out_of_range_for_model")
        }
      }
      return json.bytes
    }
  }

  /// Writes the id of a button, or `null`.
  private func write(_ name: String, _ item: ArraySlice<UInt8>?, in json: inout JSONText) {
    json.key(name)
    if let id = item.flatMap({ member("id", of: $0) }) { json.raw(id) } else { json.null() }
  }

  private func text(_ name: String, of item: ArraySlice<UInt8>) -> String {
    member(name, of: item).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private static func position(of item: ArraySlice<UInt8>) -> Int {
    member("position", of: item).flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
  }

  private static func items(
    of name: String, under parent: String, in account: String, of world: World
  ) -> [ArraySlice<UInt8>] {
    let list = ListName(resource: name, account: account, parents: [parent])
    guard let items = world.generator(of: list)?.items() else { return [] }
    return (0..<items.count).map { items[$0] }
  }
}
