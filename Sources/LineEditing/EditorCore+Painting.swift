/// What has been painted over the line, and what has come between since.
struct Painting {
  /// The keys since the picture was painted.
  enum Keys {
    case none
    /// Only characters that stand for themselves.
    case typed
    /// Keys after which libedit may have drawn anything anew.
    case others
  }

  var picture = Picture.blank
  var keys = Keys.others
  /// Whether the suggestion of the picture is on the screen.
  var showsSuggestion = false
}

extension EditorCore {
  /// The scalars of a text beyond which it is not decorated.
  static let longestDecorated = 4_000

  /// Paints the line as it is to look while the editor waits for a key.
  ///
  /// Without color only a text that libedit draws wrongly is painted, plainly.
  func paint() {
    let buffer = line.buffer
    guard painting.keys != .none || buffer != painting.picture.buffer else { return }
    var picture = Picture(buffer, decoration: decoration(of: buffer))
    if isDecorated(buffer), let suggestion = suggestion(for: buffer) {
      picture.suggestion = suggestion
    }
    paint(picture)
  }

  /// What goes before the suggestion of the program.
  private func suggestion(for buffer: EditBuffer) -> String? {
    if !buffer.scalars.isEmpty { suggestionToStartWith = "" }
    if !suggestionToStartWith.isEmpty { return suggestionToStartWith }
    return history.continuation(of: buffer.text)
  }

  /// Paints the line as it is to stay on the screen; `mark` is what only the screen shows.
  func paintFinally(without mark: String) {
    let buffer = line.buffer
    let scalars = Array(buffer.scalars.dropLast(mark.unicodeScalars.count))
    let text = EditBuffer(scalars: scalars, cursor: scalars.count)
    var picture = Picture(buffer, decoration: decoration(of: text))
    picture.suggestion = ""
    painting.keys = .others
    paint(picture)
  }

  /// Makes room for what libedit draws behind the text.
  func eraseSuggestion() {
    guard painting.showsSuggestion else { return }
    painting.showsSuggestion = false
    Terminal.write("\u{1B}[K", to: terminal.output)
  }

  /// The text has been drawn anew, plainly, on rows that were empty.
  func forgetPainting() { painting = Painting() }

  private func isDecorated(_ buffer: EditBuffer) -> Bool {
    usesColor && behavior.decorate != nil && buffer.scalars.count <= Self.longestDecorated
      && !buffer.isSearch
  }

  private func decoration(of buffer: EditBuffer) -> Decoration {
    guard isDecorated(buffer), let decorate = behavior.decorate else { return .none }
    return decorate(buffer.edited)
  }

  private func paint(_ picture: Picture) {
    var picture = picture
    let painter = Painter(
      prompt: promptWidth, size: size, suggestionStyle: behavior.suggestionStyle)
    // What cannot be seen must not be taken by a key.
    if painter.room(behind: picture.buffer) < 1 { picture.suggestion = "" }
    let isSuggesting = !picture.suggestion.isEmpty
    let start = firstStroke(of: picture, by: painter)
    eraseSuggestion()
    if start < picture.styles.count || isSuggesting {
      guard let strokes = painter.strokes(picture, from: start) else { return }
      Terminal.write(strokes, to: terminal.output)
    }
    painting = Painting(picture: picture, keys: .none, showsSuggestion: isSuggesting)
  }

  private func firstStroke(of picture: Picture, by painter: Painter) -> Int {
    let old = painting.picture
    // Any other change may make libedit write the characters before it once more, plainly.
    if painting.keys == .typed, picture.continues(old) {
      return picture.firstDifference(from: old)
    }
    let isRight =
      old.isPlain && picture.isPlain && !picture.buffer.hasUnevenText
      && (old.buffer.scalars == picture.buffer.scalars || !painter.fillsARow(picture.buffer))
    return isRight ? picture.styles.count : 0
  }
}
