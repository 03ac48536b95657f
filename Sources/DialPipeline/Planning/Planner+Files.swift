import DialExport
package import DialLanguage
import SystemPackage

/// Another file that a text names.
struct OtherText {
  let text: SourceText
  /// Its path from the folder that the program runs in.
  let path: String
  /// Where it is named.
  let range: SourceRange
}

extension StatementContext {
  /// The path that some tokens are, with `~` and variables expanded.
  ///
  /// - Throws: a ``Rejection`` where there is none.
  package func path(_ parts: [Token]) throws(Rejection) -> String {
    guard !parts.isEmpty else {
      throw Rejection(Diagnostic(at: range.end, "expected a file"))
    }
    guard case .file(let path) = try planner.file(parts).destination else {
      throw Rejection(Diagnostic(at: parts[0].range, "a file must be named here"))
    }
    return path
  }
}

// Other files of the language.
extension Planner {
  /// Reads the file that a path names; `nil` where the path is not known yet, or no file is looked at.
  ///
  /// A path is relative to the file that it stands in.
  /// - Throws: a ``Rejection`` for a file that can't be read.
  func otherText(_ path: [Token]) throws(Rejection) -> OtherText? {
    let file = try file(path)
    guard let read = scope.includes, let range = file.range, case .file(let path) = file.destination
    else { return nil }
    guard !path.isEmpty else { throw Rejection(Diagnostic(at: range, "the path is empty")) }
    let place = Self.place(of: path, in: range.source)
    do {
      return OtherText(text: try read(place), path: place, range: range)
    } catch {
      throw Rejection(Diagnostic(at: range, "\(error)", about: .circumstances))
    }
  }

  /// A planner for the statements of another file, which has noted nothing yet.
  ///
  /// - Throws: a ``Rejection`` for a file that reaches itself, and for too many in each other.
  func planner(inside file: OtherText) throws(Rejection) -> Planner {
    var inner = self
    inner.notes = ReadingNotes()
    inner.diagnostics = []
    try inner.way.countUse(of: "files", at: file.range)
    try inner.way.enter(file.path, at: file.range)
    guard inner.way.length <= Way.mostFiles else {
      throw Rejection(
        Diagnostic(
          at: file.range, "files may stand in each other \(Way.mostFiles) deep, not deeper"))
    }
    return inner
  }

  private static func place(of path: String, in source: SourceText?) -> String {
    let path = FilePath(path)
    guard path.isRelative, let name = source?.name else { return path.lexicallyNormalized().string }
    return FilePath(name).removingLastComponent().appending(path.components)
      .lexicallyNormalized().string
  }
}
