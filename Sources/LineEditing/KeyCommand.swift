/// The commands that the editor adds to libedit's own.
enum KeyCommand: String, CaseIterable {
  case accept = "editor-accept"
  case cancel = "editor-cancel"
  case complete = "editor-complete"
  case end = "editor-end"
  case endOrDelete = "editor-end-or-delete"
  case finish = "editor-finish"
  case interrupt = "editor-interrupt"
  case list = "editor-list"
  case next = "editor-next"
  case nextCharacter = "editor-next-character"
  case nextWord = "editor-next-word"
  case paste = "editor-paste"
  case previous = "editor-previous"
  case suspend = "editor-suspend"
}

/// What libedit has to do after a command.
enum KeyEffect {
  /// All is drawn already.
  case none
  /// The text has changed.
  case textChanged
  /// The cursor has moved.
  case cursorMoved
  /// Another key does the work, as often as the person has asked for.
  case passedOn
  case beep
  case endOfInput
}

/// Keys that nobody can type: C1 characters, which `KeyDecoder` keeps away.
enum PrivateKey: UInt32, CaseIterable {
  case paste = 0x80
  case cancel = 0x81
  case newline = 0x82
  case list = 0x83
  case finish = 0x84
  case end = 0x85
  case nextCharacter = 0x86
  case nextWord = 0x87

  var scalar: Unicode.Scalar { Unicode.Scalar(UInt8(rawValue)) }

  /// The key as `bind` wants it spelt.
  var spelling: String { "\\" + String(rawValue, radix: 8) }
}

/// One line of `bind`: the key and the command.
struct KeyBinding {
  var key: String
  var command: String

  init(_ key: String, _ command: KeyCommand) {
    (self.key, self.command) = (key, command.rawValue)
  }

  init(_ key: String, libedit command: String) {
    (self.key, self.command) = (key, command)
  }

  /// What must hold under every keymap, whatever `~/.editrc` says.
  static let essential: [KeyBinding] = [
    KeyBinding("^M", .accept),
    KeyBinding("^J", .accept),
    KeyBinding("^C", .interrupt),
    KeyBinding("^D", .endOrDelete),
    KeyBinding("^Z", .suspend),
    KeyBinding(PrivateKey.paste.spelling, .paste),
    KeyBinding(PrivateKey.cancel.spelling, .cancel),
    KeyBinding(PrivateKey.list.spelling, .list),
    KeyBinding(PrivateKey.finish.spelling, .finish),
    KeyBinding(PrivateKey.newline.spelling, libedit: "ed-newline"),
    KeyBinding(PrivateKey.end.spelling, libedit: "ed-move-to-end"),
    KeyBinding(PrivateKey.nextCharacter.spelling, libedit: "ed-next-char"),
    KeyBinding(PrivateKey.nextWord.spelling, libedit: "em-next-word"),
  ]

  /// Keys of the maps in which text is typed.
  static let typing: [KeyBinding] = [
    KeyBinding("^I", .complete),
    KeyBinding("^P", .previous),
    KeyBinding("^N", .next),
    KeyBinding("^R", libedit: "em-inc-search-prev"),
    KeyBinding("^S", libedit: "em-inc-search-next"),
  ]

  /// Sequences of an emacs map; in vi's insert map they would swallow Escape.
  static let emacs: [KeyBinding] = [
    KeyBinding("\\e[A", .previous),
    KeyBinding("\\eOA", .previous),
    KeyBinding("\\e[B", .next),
    KeyBinding("\\eOB", .next),
  ]

  /// Keys that `~/.editrc` may take away.
  static let emacsComfort: [KeyBinding] = [
    KeyBinding("^E", .end),
    KeyBinding("^F", .nextCharacter),
    KeyBinding("\\e[C", .nextCharacter),
    KeyBinding("\\eOC", .nextCharacter),
    KeyBinding("\\ef", .nextWord),
    KeyBinding("\\e[H", libedit: "ed-move-to-beg"),
    KeyBinding("\\eOH", libedit: "ed-move-to-beg"),
    KeyBinding("\\e[1~", libedit: "ed-move-to-beg"),
    KeyBinding("\\e[F", .end),
    KeyBinding("\\eOF", .end),
    KeyBinding("\\e[4~", .end),
    KeyBinding("\\e[3~", libedit: "ed-delete-next-char"),
    KeyBinding("\\e[1;5C", .nextWord),
    KeyBinding("\\e[1;5D", libedit: "ed-prev-word"),
    KeyBinding("\\e[1;3C", .nextWord),
    KeyBinding("\\e[1;3D", libedit: "ed-prev-word"),
  ]

  /// Keys of vi's insert map: none that begin with Escape.
  static let viInsert: [KeyBinding] = [
    KeyBinding("^E", .end)
  ]

  /// Keys of vi's command map, reached through the Escape of an arrow, too.
  static let viCommand: [KeyBinding] = [
    KeyBinding("[A", .previous),
    KeyBinding("OA", .previous),
    KeyBinding("[B", .next),
    KeyBinding("OB", .next),
    KeyBinding("k", .previous),
    KeyBinding("j", .next),
    KeyBinding("^P", .previous),
    KeyBinding("^N", .next),
  ]
}
