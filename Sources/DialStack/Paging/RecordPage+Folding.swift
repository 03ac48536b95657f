extension RecordPage {
  /// The same page with an id wherever one of `paths` leads to an object that has one, and the
  /// objects.
  ///
  /// - Throws: ``APIError`` for an object that can't be read.
  package func folded(at paths: [FieldPath]) throws(APIError) -> (
    page: RecordPage, objects: [FieldPath: [Record]]
  ) {
    do {
      let (page, objects) = try body.folded(at: paths)
      return (RecordPage(page, repeated: repeated, number: number, answer: answer), objects)
    } catch {
      throw answer.error(.decoding, "what came by `expand[]` is no object: \(error)", page: number)
    }
  }
}
