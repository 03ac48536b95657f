import DialStack

/// Reads fields of a list, over those that it has.
struct FieldsReader {
  /// The most fields of a list, or of an object.
  private static let most = 1000

  let findings: Findings
  /// The field that tells rows apart.
  let key: String
  /// What ids of the list begin with.
  let prefix: String?

  /// The fields with what `elements` say of them: a table, or a name alone.
  func fields(_ elements: [TOML.Element], over known: [Field], isTop: Bool = true) -> [Field] {
    var fields = known
    var places = Dictionary(
      known.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var given: Set<String> = []
    for element in elements {
      guard findings.countField(at: element.range) else { return fields }
      guard var table = table(of: element), let name = table.required("name") else { continue }
      guard name.text.isFieldName else {
        findings.complain(
          name.range, "a field is called by letters, digits, `_` and `-`, as `created_at`")
        continue
      }
      guard given.insert(name.text).inserted else {
        findings.complain(name.range, "the field `\(name.text)` is there twice")
        continue
      }
      let place = places[name.text]
      guard place != nil || fields.count < Self.most else {
        findings.complain(name.range, "no more than \(Self.most) fields stand in a list")
        return fields
      }
      let field = field(name, &table, over: place.map { fields[$0] }, isTop: isTop)
      table.refuseOthers()
      if let place {
        fields[place] = field
      } else {
        places[name.text] = fields.count
        fields.append(field)
      }
    }
    return fields
  }

  /// A name alone is a table that has nothing else.
  private func table(of element: TOML.Element) -> TableReader? {
    guard case .text = element.value else { return TableReader(element, "field", findings) }
    let name = TOML.Entry(key: "name", element: element, range: element.range)
    return TableReader([name], at: element.range, findings)
  }

  private func field(
    _ name: LocatedText, _ table: inout TableReader, over known: Field?, isTop: Bool
  ) -> Field {
    let isKey = isTop && name.text == key
    let shape = FieldShape(name, &table, over: known, in: self)
    var presence = table.meaning("presence", of: Field.Presence.words(isTop: isTop))
    if isKey, let given = presence, given != .always {
      findings.complain(table.place(of: "presence"), "what tells rows apart is always there")
      presence = .always
    }
    let summary = table.text("summary")?.text
    let alias = alias(of: name, &table)
    let relation = relation(&table, shape.kind)
    let since = table.meaning("since", of: APIStep.words)
    let example = example(&table, shape)
    let kept = known?.kind == shape.kind ? known?.example : nil
    return Field(
      name.text, shape.kind, presence ?? known?.presence ?? (isKey ? .always : .sparse),
      summary ?? known?.summary ?? name.text.replacing("_", with: " "),
      example: example ?? kept ?? shape.example(of: name.text, prefix: isKey ? prefix : nil),
      choices: shape.choices, alias: alias ?? known?.alias, fields: shape.fields,
      items: shape.items, shape: known?.kind == shape.kind ? known?.shape : nil,
      relation: relation ?? known?.relation,
      sensitivity: sensitivity(&table, over: known?.sensitivity),
      since: since ?? known?.since ?? .v3_0)
  }

  private func alias(of name: LocatedText, _ table: inout TableReader) -> String? {
    guard let alias = table.text("alias") else { return nil }
    guard alias.text.isFieldName, alias.text != name.text else {
      findings.complain(alias.range, "an alias is another key, by letters, digits, `_` and `-`")
      return nil
    }
    return alias.text
  }

  private func relation(_ table: inout TableReader, _ kind: FieldKind) -> Relation? {
    guard let lists = table.textOrTexts("relation") else { return nil }
    guard !lists.isEmpty, !kind.isNested else {
      findings.complain(
        table.place(of: "relation"), "`relation` names the lists that an id leads to")
      return nil
    }
    for list in lists { findings.refer(to: list) }
    return lists.count == 1 ? .to(lists[0].text) : .byPrefix(lists.map(\.text))
  }

  private func sensitivity(_ table: inout TableReader, over known: Field.Sensitivity?)
    -> Field.Sensitivity?
  {
    let isSecret = table.flag("secret")
    let minutes = table.number("link_minutes", in: 1...100_000)
    if isSecret == true, minutes != nil {
      findings.complain(
        table.place(of: "link_minutes"), "a field is a secret, or a link that ends, not both")
    }
    if let minutes { return .expiringLink(minutes: minutes) }
    return isSecret.map { $0 ? .secret : nil } ?? known
  }

  private func example(_ table: inout TableReader, _ shape: FieldShape) -> String? {
    guard let example = table.text("example") else { return nil }
    guard shape.mayHave(example: example.text) else {
      findings.complain(
        example.range, "`\(example.text)` is no example of `\(shape.kind.rawValue)`")
      return nil
    }
    return example.text
  }
}

extension Field.Presence {
  /// The words for it; what stands in the path is no part of an object.
  static func words(isTop: Bool) -> [(word: String, meaning: Field.Presence)] {
    let words: [(String, Field.Presence)] = [
      ("always", .always), ("nullable", .nullable), ("optional", .optional), ("sparse", .sparse),
    ]
    return words + (isTop ? [("in_path", .inPath)] : [])
  }

  /// The word for it.
  var word: String { Self.words(isTop: true).first { $0.meaning == self }?.word ?? "" }
}

extension APIStep {
  static var words: [(word: String, meaning: APIStep)] { allCases.map { ($0.rawValue, $0) } }
}
