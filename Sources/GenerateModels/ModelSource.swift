import DialStack

/// The source text of models.
enum ModelSource {
  /// What each file begins with.
  static let head = "// Made from the catalog by scripts/generate."

  static let foundation = """
    #if canImport(FoundationEssentials)
      public import FoundationEssentials
    #else
      public import Foundation
    #endif
    """

  /// The files of a model and of all that stands in it, by their names.
  static func files(of model: Model) -> [String: String] {
    let all = model.all
    let usesDates = all.contains { $0.properties.contains { $0.form == .time } }
    let imports = usesDates ? "\n\n\(foundation)" : ""
    var files = ["\(model.name).swift": "\(head)\(imports)\n\n\(structure(model))\n"]
    let choices =
      all.flatMap { owner in
        owner.choices.map { "extension \(owner.name) {\n\(open($0).indented)\n}" }
      }
      + expansions(of: model)
    if !choices.isEmpty {
      files["\(model.name)+Choices.swift"] =
        "\(head)\n\n\(choices.joined(separator: "\n\n"))\n"
    }
    let coded = all.filter { !$0.isPlain }
    if !coded.isEmpty {
      files["\(model.name)+Coding.swift"] =
        "\(head)\n\n\(coded.map { CodingSource.text(of: $0) }.joined(separator: "\n\n"))\n"
    }
    return files
  }

  private static func structure(_ model: Model) -> String {
    var protocols = ["Sendable", "Hashable"]
    if model.idOwner != nil || model.key != nil { protocols.append("Identifiable") }
    if model.isPlain { protocols.append("Codable") }
    var parts: [String] = []
    if let owner = model.idOwner {
      parts.append(
        comment(["What names it and no other."])
          + "public typealias ID = \(owner == model.name ? "Identifier<\(owner)>" : "\(owner).ID")")
    }
    parts.append(
      model.properties.map { property in
        comment(property.documentation)
          + "public var \(Naming.declared(property.name)): \(property.declaredType)"
      }.joined(separator: "\n"))
    if let key = model.key {
      parts.append(
        comment(["What names it and no other: its ``\(key.name)``."])
          + "public var id: String { \(key.name) }")
    }
    parts += model.nested.map { structure($0) }
    if model.isPlain { parts.append(CodingSource.keys(of: model, named: "CodingKeys")) }
    let body = parts.filter { !$0.isEmpty }.joined(separator: "\n\n").indented
    return comment(model.documentation)
      + "public struct \(model.path.last ?? ""): \(protocols.joined(separator: ", ")) {\n\(body)\n}"
  }

  /// The file of choices that several fields share.
  static func file(of set: OpenSet) -> String { "\(head)\n\n\(open(set))\n" }

  private static func open(_ set: OpenSet) -> String {
    let values = set.values.map { choice in
      comment([choice.meaning?.sentence ?? "`\(choice.value)`."])
        + "public static let \(Naming.declared(Naming.member(choice.value))) = "
        + "\(set.name)(rawValue: \"\(choice.value)\")"
    }.joined(separator: "\n")
    return """
      \(comment([set.documentation]))public struct \(set.name): OpenChoice {
        /// The value as the API spells it.
        public let rawValue: String

        /// Takes any value, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

      \(values.indented)
      }
      """
  }

  private static func expansions(of model: Model) -> [String] {
    guard !model.expansions.isEmpty else { return [] }
    let cases = model.expansions.map { expansion in
      let name = Naming.member(expansion.name)
      var text = "What ``\(model.name)/\(Naming.member(expansion.topKey))`` names."
      if expansion.key != expansion.topKey { text = "What `\(expansion.key)` names." }
      if expansion.isForItems { text += " Only where one is retrieved." }
      if expansion.since != .v3_0 { text += " Older servers leave the id." }
      return comment([text])
        + "case \(Naming.declared(name))"
        + (name == expansion.name ? "" : " = \"\(expansion.name)\"")
    }.joined(separator: "\n")
    let body = """
      /// What can come in full with it.
      public enum Expansion: String, Sendable, Hashable, CaseIterable {
      \(cases.indented)
      }
      """
    return ["extension \(model.name) {\n\(body.indented)\n}"]
  }

  /// A doc comment in lines that fit, the paragraphs apart.
  static func comment(_ paragraphs: [String]) -> String {
    paragraphs.enumerated().map { index, paragraph in
      let isFirstNote = index > 0 && !(index > 1 && paragraphs[index - 1].hasPrefix("- "))
      return (isFirstNote ? "///\n" : "") + wrapped(paragraph)
    }.joined()
  }

  private static func wrapped(_ paragraph: String) -> String {
    let indent = paragraph.hasPrefix("- ") ? "  " : ""
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(separator: " ") {
      if !line.isEmpty, line.count + word.count > 88 {
        lines.append(line)
        line = indent + word
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return (lines + [line]).map { "/// \($0)\n" }.joined()
  }
}

extension String {
  /// Each line two spaces further in.
  var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
  }
}
