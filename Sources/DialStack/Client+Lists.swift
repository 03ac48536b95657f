#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

// What the typed lists are made of.

extension Client {
  /// A list of a resource.
  ///
  /// - Parameter parents: the ids that the path names, by its parameters.
  func list<Item>(
    _ resource: Resource, of parents: [String: String] = [:], _ query: Query, limit: Int? = nil,
    account: Account.ID?
  ) -> Listing<Item> {
    let path = resource.path.filled(parents)
    let endpoint = Endpoint(
      resource: resource, path: path ?? "/", parameters: query.items,
      owner: account.map { ListOwner($0) })
    return Listing(
      endpoint, limit: limit, refusal: query.refusal ?? (path == nil ? .notAnID : nil),
      over: requests)
  }

  /// One item of a list, or an object that belongs to one.
  ///
  /// - Parameter key: which item of the list; `nil` where the path names all there is to name.
  func retrieve<Item: Decodable>(
    _ resource: Resource, of parents: [String: String] = [:], key: String? = nil,
    _ query: Query = Query(), account: Account.ID?
  ) async throws -> Item {
    guard let path = resource.path.filled(parents), !["", ".", ".."].contains(key) else {
      throw APIError.notAnID
    }
    let endpoint = Endpoint(
      resource: resource, path: path + (key.map { "/" + PercentEncoding.component($0) } ?? ""),
      parameters: query.items, owner: account.map { ListOwner($0) }, isItem: true)
    let answer = try await requests.send(Request(target: endpoint.target, account: account))
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

  /// An object that not every item has; `nil` where the API answers that there is none.
  func retrieveIfThere<Item: Decodable>(
    _ resource: Resource, of parents: [String: String], account: Account.ID?
  ) async throws -> Item? {
    do {
      return try await retrieve(resource, of: parents, account: account)
    } catch let error as APIError where error.kind == .notFound {
      return nil
    }
  }
}

extension APIError {
  /// An id that would change the path of a request.
  fileprivate static let notAnID = APIError(
    .invalidRequest, "an id is neither empty nor `.` nor `..`")
}
