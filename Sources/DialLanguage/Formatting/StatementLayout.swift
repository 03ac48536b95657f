import TerminalText

/// The lines of a statement.
///
/// What fits into a line, and has no comment inside, is one line. Else each stage of its pipeline begins
/// a line; a pipeline in parentheses that doesn't fit stands in lines of its own, and a stage that
/// doesn't goes on in the next line behind `,`, `and` or `or`.
///
///     numbers where status = active and
///         created_at >= -30d
///       | sort created_at
///       | where id not in (
///         extensions where target != null
///           | select target
///       )
struct StatementLayout {
  /// The most columns of a line that could be broken.
  private static let width = 100
  /// How many parentheses, one in the other, begin lines of their own.
  private static let depth = 20
  private static let step = 2

  private let pieces: [Piece]
  /// In how many parentheses each piece stands.
  private let depths: [Int]
  private let breaksLines: Bool
  private(set) var lines: [String] = []

  /// Breaks no line but behind a comment.
  init(unbroken pieces: [Piece]) {
    self.pieces = pieces
    depths = pieces.depths
    breaksLines = false
    write(pieces.indices, indent: 0)
  }

  init(_ pieces: [Piece]) {
    self.pieces = pieces.withCommentsBeforeBars
    depths = pieces.depths
    breaksLines = true
    lay(pieces.indices, indent: 0, depth: 0)
  }

  private mutating func lay(_ range: Range<Int>, indent: Int, depth: Int) {
    let bars = fits(range, indent: indent) ? [] : self.bars(of: range)
    guard let first = bars.first else { return layGroups(of: range, indent: indent, depth: depth) }
    layGroups(of: range.lowerBound..<first, indent: indent, depth: depth)
    for (bar, end) in zip(bars, bars.dropFirst() + [range.upperBound]) {
      layGroups(of: bar..<end, indent: indent + Self.step, depth: depth)
    }
  }

  /// Writes what has no `|` outside of parentheses, but at its beginning.
  private mutating func layGroups(of range: Range<Int>, indent: Int, depth: Int) {
    var rest = range
    while depth < Self.depth, !fits(rest, indent: indent), let group = pipelineGroup(in: rest) {
      write(rest.lowerBound..<group.lowerBound, indent: indent)
      lay(group, indent: indent + Self.step, depth: depth + 1)
      rest = group.upperBound..<rest.upperBound
    }
    write(rest, indent: indent)
  }

  private func fits(_ range: Range<Int>, indent: Int) -> Bool {
    var width = indent
    for index in range {
      let piece = pieces[index]
      if index > range.lowerBound, !piece.comments.isEmpty { return false }
      width += piece.width + (piece.isSpaced && index > range.lowerBound ? 1 : 0)
      if width > Self.width { return false }
    }
    return true
  }

  /// The places outside of parentheses, behind the first, where a stage begins.
  private func bars(of range: Range<Int>) -> [Int] {
    var bars: [Int] = []
    var depth = 0
    for index in range {
      depth += pieces[index].nesting
      let isBar = depth == 0 && pieces[index].isBar && index > range.lowerBound
      if isBar, pieces[index - 1].mayEndLine { bars.append(index) }
    }
    return bars
  }

  /// What stands in the first parentheses that hold a pipeline with stages.
  ///
  /// Where the range begins with `)`, that closes what was written before.
  private func pipelineGroup(in range: Range<Int>) -> Range<Int>? {
    var start: Int?
    var depth = range.first.map { max(0, -pieces[$0].nesting) } ?? 0
    var hasStages = false
    for index in range {
      depth += pieces[index].nesting
      if depth == 1, pieces[index].nesting > 0 { (start, hasStages) = (index + 1, false) }
      if depth == 1, pieces[index].isBar { hasStages = true }
      guard depth == 0, pieces[index].nesting < 0, hasStages, let start else { continue }
      if pieces[start].mayBeginLine, pieces[index - 1].mayEndLine { return start..<index }
    }
    return nil
  }

  /// Writes pieces in a line, which goes on in another one behind a comment, and where it gets too long.
  private mutating func write(_ range: Range<Int>, indent: Int) {
    guard let first = range.first else { return }
    begin(first, indent: indent)
    let margin = indent + 2 * Self.step
    let base = depths[first]
    var deepest = self.deepestBreak(of: range, above: base, margin: margin)
    for index in range.dropFirst() {
      let rest = index..<range.upperBound
      if mayBreak(before: index, atMost: base) {
        deepest = deepestBreak(of: rest, above: base, margin: margin)
      }
      if !pieces[index].comments.isEmpty {
        begin(index, indent: indent + Self.step)
      } else if mayBreak(before: index, atMost: deepest),
        lines[lines.count - 1].displayWidth + width(of: rest, atMost: deepest) > Self.width
      {
        begin(index, indent: margin)
      } else {
        lines[lines.count - 1] += (pieces[index].isSpaced ? " " : "") + pieces[index].text
      }
    }
  }

  /// In how many parentheses a line may be broken: in as few as leave room for what stands up to the
  /// next such place in a line of its own.
  private func deepestBreak(of range: Range<Int>, above base: Int, margin: Int) -> Int {
    (base...base + Self.depth).first { margin + width(of: range, atMost: $0) <= Self.width } ?? .max
  }

  /// Whether a line may go on with a piece that stands in no more than so many parentheses.
  private func mayBreak(before index: Int, atMost depth: Int) -> Bool {
    breaksLines && index > 0 && depths[index] <= depth && pieces[index - 1].mayBreakBehind
      && pieces[index].isSpaced && pieces[index].mayBeginLine
  }

  /// The columns that pieces take up to the next place where a line may be broken; no more than are
  /// needed to see that a line has no room.
  private func width(of range: Range<Int>, atMost depth: Int) -> Int {
    var width = 0
    for index in range where width <= Self.width {
      let ends = mayBreak(before: index, atMost: depth) || !pieces[index].comments.isEmpty
      if index > range.lowerBound, ends { break }
      width += pieces[index].width + (pieces[index].isSpaced ? 1 : 0)
    }
    return width
  }

  /// Begins a line with a piece, behind the comments before it.
  private mutating func begin(_ index: Int, indent: Int) {
    let indent = String(repeating: " ", count: indent)
    let goesOn = index > 0 && !pieces[index - 1].mayEndLine
    for (place, comment) in pieces[index].comments.enumerated() {
      if place == 0, goesOn || !comment.startsLine {
        lines[lines.count - 1] += " " + comment.text
      } else {
        lines.append(indent + comment.text)
      }
    }
    lines.append(indent + pieces[index].text)
  }
}

extension [Piece] {
  /// In how many parentheses each stands; a parenthesis stands outside of itself.
  fileprivate var depths: [Int] {
    var depth = 0
    return map { piece in
      defer { depth += piece.nesting }
      return depth + Swift.min(0, piece.nesting)
    }
  }

  /// The pieces with each comment behind a `|` before it: there the line ends.
  fileprivate var withCommentsBeforeBars: [Piece] {
    var pieces = self
    for index in indices.dropFirst() where pieces[index - 1].isBar {
      pieces[index - 1].comments += pieces[index].comments
      pieces[index].comments = []
    }
    return pieces
  }
}
