extension StringProtocol {
  /// The text as it may go to a terminal: nothing in it moves the cursor, changes colours,
  /// reorders what is read, or makes one text look like another.
  ///
  /// Control characters become their pictures (`␛`, `␊`). What shows nothing, bidirectional
  /// overrides among it, becomes `<U+202E>`; joiners and the selectors of emoji only where there
  /// is nothing that they join or select.
  package var visible: String {
    guard unicodeScalars.contains(where: \.mayNeedMark) else { return String(self) }
    let scalars = Array(unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : nil
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      // To append a view of scalars takes as long as the text is.
      for shown in scalar.visible(between: before, and: after) { result.append(shown) }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether the scalar shows nothing of its own, wherever it stands, and is no control character.
  ///
  /// Private and unassigned characters that fonts draw as they please are among them.
  private var isInvisible: Bool {
    switch value {
    case 0..<0xA0: false
    case 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B,
      0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xE000...0xF8FF, 0xFDD0...0xFDEF,
      0xFE00...0xFE0D, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
      0xE0000...0xE0FFF, 0xF0000...:
      true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  /// Whether the scalar stands for a mark in some texts at least.
  var mayNeedMark: Bool { isControl || mayHide }

  func needsMark(between before: Unicode.Scalar?, and after: Unicode.Scalar?) -> Bool {
    isControl || isHidden(between: before, and: after)
  }

  /// The scalar as it may go to a terminal between these two: itself, or its mark.
  package func visible(
    between before: Unicode.Scalar?, and after: Unicode.Scalar?
  ) -> String.UnicodeScalarView {
    needsMark(between: before, and: after) ? mark.unicodeScalars : String(self).unicodeScalars
  }

  /// Whether the scalar shows nothing in some texts at least.
  package var mayHide: Bool { isInvisible || isJoiner || isEmojiSelector }

  /// Whether the scalar is no control character, and shows nothing between these two: it neither
  /// joins them nor selects how the first is drawn.
  package func isHidden(between before: Unicode.Scalar?, and after: Unicode.Scalar?) -> Bool {
    if isJoiner {
      guard let before, let after else { return true }
      return !(before.isJoined && after.isJoined) && !(value == 0x200D && before.joins(after))
    }
    if isEmojiSelector {
      guard let before, before.properties.isEmoji else { return true }
      // Digits, `#` and `*` are emoji only below the frame of a key.
      return before.isASCII && after?.value != 0x20E3
    }
    return isInvisible
  }

  /// The same for a scalar behind which nothing stands yet.
  package func isHidden(behind before: Unicode.Scalar?) -> Bool {
    guard isJoiner || isEmojiSelector else { return isInvisible }
    guard let before, !before.isASCII else { return true }
    return !before.properties.isEmoji && !(isJoiner && (before.isJoined || before.value == 0xFE0F))
  }

  private var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }

  /// Zero-width joiner and non-joiner.
  private var isJoiner: Bool { value == 0x200C || value == 0x200D }

  /// The selectors of text and of emoji.
  private var isEmojiSelector: Bool { value == 0xFE0E || value == 0xFE0F }

  /// Whether an emoji goes on in another behind a joiner.
  private func joins(_ other: Unicode.Scalar) -> Bool {
    let isEmoji = value == 0xFE0F || (properties.isEmoji && !isASCII)
    return isEmoji && other.properties.isEmoji && !other.isASCII
  }

  /// Whether the scalar is of a script whose letters joiners bring together or keep apart: those
  /// from Arabic to Sinhala, Tibetan, Burmese, Khmer, Mongolian and their relatives.
  private var isJoined: Bool {
    switch value {
    case 0x600...0xDFF, 0xF00...0x109F, 0x1780...0x18AF, 0x1900...0x1CFF, 0xA840...0xABFF,
      0xFB50...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFC, 0x10A00...0x11FFF, 0x1E900...0x1E95F:
      properties.isAlphabetic || properties.generalCategory == .nonspacingMark
        || properties.generalCategory == .spacingMark
    default: false
    }
  }

  var mark: String {
    switch value {
    case 0..<0x20: Unicode.Scalar(0x2400 + value).map { String($0) } ?? "?"
    case 0x7F: "\u{2421}"
    default:
      "<U+" + String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal + ">"
    }
  }

  private var hexadecimal: String { String(value, radix: 16, uppercase: true) }
}
