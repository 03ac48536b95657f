import DialTestSupport
import LineEditing
import Testing

struct PromptTests {
  @Test func eachStyleIsSetFromScratchBeforeItsText() {
    let prompt = Prompt([.init("acme", style: .cyan), .init(""), .init("/x> ", style: .bold)])
    #expect(
      prompt.markedText
        == "\u{1}\u{1B}[0;36m\u{1}acme\u{1}\u{1B}[0;1m\u{1}/x>\u{1}\u{1B}[0m\u{1} ")
    #expect(prompt.plainText == "acme/x> ")
  }

  @Test func aPromptEndsInASpaceAndStandsOnOneRow() {
    #expect(Prompt("a\nb\u{1B}[31m\u{1}>").plainText == "a b [31m > ")
    #expect(Prompt("a\nb\u{1}>").markedText == "a b > ")
    #expect(Prompt([]).markedText == " ")
  }
}

struct KeyDecoderTests {
  private typealias Step = KeyDecoder.Step

  private func steps(_ chunks: [[UInt8]]) -> [KeyDecoder.Step] {
    var decoder = KeyDecoder()
    var steps: [KeyDecoder.Step] = []
    for chunk in chunks {
      decoder.append(chunk)
      while true {
        let step = decoder.next(afterPause: false)
        if step == .incomplete || step == .undecided { break }
        steps.append(step)
      }
    }
    while true {
      let step = decoder.next(afterPause: true)
      if step == .incomplete { return steps }
      steps.append(step)
    }
  }

  @Test func anEscapeIsHeldBackUntilItIsClear() {
    var decoder = KeyDecoder()
    decoder.append([0x1B])
    #expect(decoder.next(afterPause: false) == .undecided)
    #expect(decoder.next(afterPause: true) == .character("\u{1B}"))
    decoder.append(Array("\u{1B}[20".utf8))
    #expect(decoder.next(afterPause: false) == .undecided)
    decoder.append(Array("0~a\r\u{1B}[201~b".utf8))
    #expect(decoder.next(afterPause: false) == .pasted("a\n"))
    #expect(decoder.next(afterPause: false) == .character("b"))
    #expect(decoder.next(afterPause: false) == .incomplete)
  }

  @Test(arguments: [
    "\u{1B}[C", "\u{1B}OC", "\u{1B}[24~", "\u{1B}[3;5~", "\u{1B}[[A", "\u{1B}[3$", "\u{1B}\u{1B}[C",
    "\u{1B}O5P",
  ])
  func aKeyOfSeveralCharactersIsOne(_ sequence: String) {
    let bytes = Array(sequence.utf8)
    #expect(steps([bytes + [0x61]]) == [.sequence(sequence), .character("a")])
    #expect(steps(bytes.map { [$0] }) == [.sequence(sequence)])
  }

  @Test func anEndlessSequenceIsCut() {
    let digits = String(repeating: "1", count: 40)
    #expect(
      steps([Array("\u{1B}[\(digits)".utf8)])
        == [.sequence("\u{1B}[" + digits.prefix(31))]
        + digits.dropFirst(31).unicodeScalars.map { .character($0) })
    #expect(
      steps([Array("\u{1B}[1é\u{1B}[5\u{1B}[C".utf8)])
        == [.sequence("\u{1B}[1"), .character("é"), .sequence("\u{1B}[5"), .sequence("\u{1B}[C")])
  }

  @Test func controlCEndsAPasteWithoutAnEnd() {
    var decoder = KeyDecoder()
    decoder.append(Array("\u{1B}[200~lost".utf8))
    #expect(decoder.next(afterPause: false) == .incomplete)
    decoder.append([0x03])
    #expect(decoder.next(afterPause: false) == .character("\u{3}"))
  }

  @Test func howTheBytesAreCutChangesNothing() {
    var random = SeededGenerator()
    let pieces: [[UInt8]] = [
      Array("é".utf8), Array("日".utf8), Array("🙂".utf8), [0x1B], Array("\u{1B}[A".utf8),
      Array("\u{1B}[200~".utf8), Array("\u{1B}[201~".utf8), [0x0D], [0x0A], [0x00], [0xF4, 0x90],
      [0xC2, 0x80], [0xE4, 0xB8], [0x80], Array("abc".utf8),
    ]
    for _ in 0..<500 {
      let bytes = (0..<20).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
      var chunks: [[UInt8]] = [[]]
      for byte in bytes {
        if Int.random(in: 0..<3, using: &random) == 0 { chunks.append([]) }
        chunks[chunks.count - 1].append(byte)
      }
      #expect(steps(chunks) == steps([bytes]), "DIALSH_SEED=\(random.seed) \(chunks)")
    }
  }

  @Test func typedBytesReadAsSwiftReadsThem() {
    var random = SeededGenerator()
    for _ in 0..<500 {
      let bytes =
        (0..<12).map { _ in
          [0x61, 0x80, 0xBF, 0xC3, 0xE4, 0xED, 0xF0, 0xF4, 0x9F, 0xA9].randomElement(using: &random)
            ?? UInt8(0x61)
        } + [0x61, 0x61, 0x61]
      let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.map {
        Step.character((0x80...0x9F).contains($0.value) ? "\u{FFFD}" : $0)
      }
      #expect(steps([bytes]) == expected, "DIALSH_SEED=\(random.seed) \(bytes)")
    }
  }
}
