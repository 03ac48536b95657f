/// Turns the bytes of a terminal into characters, keys and pasted texts.
///
/// NUL is dropped: libedit has a command on it that eats the next key. Bytes that are no
/// UTF-8 become U+FFFD, and so do the C1 characters, which the editor uses as private keys.
package struct KeyDecoder {
  package enum Step: Hashable, Sendable {
    case character(Unicode.Scalar)
    /// A key that sends more than one character, whole, from its Escape on.
    case sequence(String)
    /// The text between the marks of a bracketed paste.
    case pasted(String)
    /// There is no whole character yet.
    case incomplete
    /// This may be Escape alone or the beginning of a sequence: a moment will tell.
    case undecided
  }

  private static let escape: UInt8 = 0x1B
  private static let interrupt: UInt8 = 0x03
  private static let pasteBegin = Array("\u{1B}[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  private var position = 0
  private var isPasting = false
  private var scanned = 0

  /// Whether all bytes were turned into steps.
  var isEmpty: Bool { position == bytes.count }

  package init() {}

  package mutating func append(_ chunk: some Collection<UInt8>) {
    if isPasting, chunk.elementsEqual([Self.interrupt]) {
      // A key among pasted text: the end mark was lost, and Ctrl-C must still work.
      isPasting = false
      bytes.removeAll()
      (position, scanned) = (0, 0)
    }
    if position > 0 {
      bytes.removeFirst(position)
      scanned = max(0, scanned - position)
      position = 0
    }
    bytes.append(contentsOf: chunk)
  }

  /// Takes the next step; after a pause an unfinished sequence counts as typed by hand.
  package mutating func next(afterPause: Bool) -> Step {
    while !isPasting, position < bytes.count, bytes[position] == 0 { position += 1 }
    if isPasting { return nextOfPaste() }
    let rest = bytes[position...]
    guard let first = rest.first else { return .incomplete }
    guard first == Self.escape else { return nextCharacter(in: rest) }
    if rest.starts(with: Self.pasteBegin) {
      position += Self.pasteBegin.count
      isPasting = true
      scanned = position
      return nextOfPaste()
    }
    switch KeySequence.beginning(of: rest) {
    case .whole where rest.dropFirst().starts(with: Self.pasteBegin): return takeEscape()
    case .whole(let length): return takeSequence(length)
    case .begun where !afterPause, .replyBegun where !afterPause: return .undecided
    // Nobody types more than the first characters of a sequence by hand.
    case .begun where rest.count > 2: return takeSequence(rest.count)
    case .begun, .replyBegun, .other: return takeEscape()
    }
  }

  private mutating func takeEscape() -> Step {
    position += 1
    return .character(Unicode.Scalar(Self.escape))
  }

  private mutating func takeSequence(_ length: Int) -> Step {
    let sequence = String(decoding: bytes[position..<position + length], as: UTF8.self)
    position += length
    return .sequence(sequence)
  }

  private mutating func nextCharacter(in rest: ArraySlice<UInt8>) -> Step {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = rest.prefix(4).makeIterator()
    switch parser.parseScalar(from: &iterator) {
    case .valid(let encoded):
      position += encoded.count
      let scalar = Unicode.UTF8.decode(encoded)
      return .character((0x80...0x9F).contains(scalar.value) ? "\u{FFFD}" : scalar)
    case .error(let length):
      if length == rest.count, length < Self.expectedLength(rest[rest.startIndex]) {
        return .incomplete
      }
      position += length
      return .character("\u{FFFD}")
    case .emptyInput:
      return .incomplete
    }
  }

  private static func expectedLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private mutating func nextOfPaste() -> Step {
    guard let end = endOfPaste() else {
      scanned = max(position, bytes.count - Self.pasteEnd.count + 1)
      return .incomplete
    }
    let text = Self.text(of: bytes[position..<end])
    position = end + Self.pasteEnd.count
    isPasting = false
    return .pasted(text)
  }

  private func endOfPaste() -> Int? {
    var index = scanned
    while let escape = bytes[index...].firstIndex(of: Self.escape) {
      if bytes[escape...].starts(with: Self.pasteEnd) { return escape }
      index = escape + 1
    }
    return nil
  }

  /// Terminals send the line ends of a paste as CR.
  private static func text(of bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var wasReturn = false
    for byte in bytes where byte != 0 {
      if byte == 0x0D {
        result.append(0x0A)
      } else if !(byte == 0x0A && wasReturn) {
        result.append(byte)
      }
      wasReturn = byte == 0x0D
    }
    return String(decoding: result, as: UTF8.self)
  }
}
