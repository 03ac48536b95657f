#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Client {
  /// Asks for one item of a resource.
  func retrieve<Item: Decodable>(_ resource: Resource, id: Identifier<Item>, account: Account.ID?)
    async throws -> Item
  {
    let list = Endpoint(resource: resource, parameters: [], account: account)
    let target = list.path + "/" + PercentEncoding.component(id.rawValue)
    let answer = try await requests.send(Request(target: target, account: account))
    do {
      return try JSONDecoder().decode(Item.self, from: Data(TextRepair(answer.body).json))
    } catch {
      let text = requests.text
      let said =
        answer.body.isEmpty ? "it is empty" : "it begins `\(text.line(answer.body))`"
      let reason = text.line(DecodingFailure.sentence(error))
      throw answer.facts.error(
        .decoding, "the answer is not \(resource.singular.withArticle): \(reason); \(said)")
    }
  }
}
