import CLibEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A libedit editor with its history: every C call into libedit is in this file.
///
/// libedit keeps state outside its handles, so one thread at a time may use it.
struct EditLine: ~Copyable {
  private let handle: OpaquePointer
  private let history: OpaquePointer
  private let streams: [UnsafeMutablePointer<FILE>]

  /// Wraps `el_init_fd` and `history_winit`.
  init(terminal: Terminal, programName: String, historySize: Int) throws(LineEditorError) {
    _ = Self.hasUTF8
    let streams = try Self.streams(of: terminal)
    guard let history = history_winit() else {
      streams.forEach { fclose($0) }
      throw .unavailable(step: "history", code: ENOMEM)
    }
    let handle = el_init_fd(
      programName, streams[0], streams[1], streams[2],
      terminal.input, terminal.output, terminal.error)
    guard let handle else {
      history_wend(history)
      streams.forEach { fclose($0) }
      throw .unavailable(step: "libedit", code: ENOMEM)
    }
    self.handle = handle
    self.history = history
    self.streams = streams
    _ = cel_history_set_size(history, CInt(clamping: historySize))
    _ = cel_set_string(handle, EL_EDITOR, "emacs")
    _ = cel_set_history(handle, history)
    addFunctions()
  }

  /// Wraps `el_end` and `history_wend`; the terminal is as it was before.
  deinit {
    el_end(handle)
    history_wend(history)
    streams.forEach { fclose($0) }
  }

  /// Names the object that answers libedit's questions; it must outlive this value.
  func connect(to core: EditorCore) {
    _ = cel_set_client(handle, Unmanaged.passUnretained(core).toOpaque())
    _ = cel_set_prompt(
      handle, { EditLine.core(of: $0)?.promptText.pointer }, CInt(Prompt.marker.value))
    _ = cel_set_reader(handle) { handle, character in
      guard let core = EditLine.core(of: handle), let character else { return -1 }
      switch core.nextCharacter() {
      case .character(let scalar):
        character.pointee = wchar_t(core.drawn(scalar).value)
        return 1
      case .endOfInput: return 0
      case .failure: return -1
      }
    }
  }

  // MARK: - Settings

  /// Whether keys come one by one and unechoed. Wraps `EL_PREP_TERM`.
  func setRaw(_ isRaw: Bool) { _ = cel_set_int(handle, EL_PREP_TERM, isRaw ? 1 : 0) }

  /// Whether the vi keymaps are in use. Wraps `el_get(EL_EDITOR)`.
  var isVi: Bool { cel_get_string(handle, EL_EDITOR).map { String(cString: $0) } == "vi" }

  /// Takes the size of the screen anew. Wraps `el_resize`.
  func resize() { el_resize(handle) }

  /// Reads `$EDITRC` or `~/.editrc`. Wraps `el_source`.
  func readEditrc() { _ = el_source(handle, nil) }

  /// Runs one of libedit's own commands, as in `~/.editrc`. Wraps `el_parse`.
  func command(_ words: String...) {
    let copies = words.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    var arguments = copies.map { $0.map { UnsafePointer<CChar>($0) } } + [nil]
    _ = el_parse(handle, CInt(words.count), &arguments)
  }

  /// Whether a key of more than one character does something. Wraps `bind`, which can only print.
  ///
  /// libedit keeps the sequences of all keymaps in one tree; vi's are there without their Escape.
  func isBound(_ sequence: String) -> Bool {
    isPrintedAsBound(sequence) || (isVi && isPrintedAsBound(String(sequence.dropFirst())))
  }

  private func isPrintedAsBound(_ sequence: String) -> Bool {
    var line = [CChar](repeating: 0, count: 128)
    line.withUnsafeMutableBufferPointer { line in
      guard let printed = fmemopen(line.baseAddress, line.count, "w") else { return }
      for stream in [1, 2] { _ = cel_set_stream(handle, CInt(stream), printed) }
      command("bind", sequence.map { "\\^".contains($0) ? "\\\($0)" : String($0) }.joined())
      for stream in [1, 2] { _ = cel_set_stream(handle, CInt(stream), streams[stream]) }
      fclose(printed)
    }
    // What only begins as some key does is printed with that key.
    let shown = sequence.replacing("\u{1B}", with: "^[")
    let bytes = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self).hasPrefix("\"\(shown)\"")
  }

  // MARK: - The line

  /// Edits one line. Wraps `el_wgets`; `nil` is its null.
  func read() -> String? {
    var count: CInt = 0
    guard let text = el_wgets(handle, &count), count > 0 else { return nil }
    return Self.string(UnsafeBufferPointer(start: text, count: Int(count)))
  }

  /// The text as it stands, and the cursor. Wraps `el_wline`.
  var buffer: EditBuffer {
    guard let line = el_wline(handle)?.pointee, let start = line.buffer,
      let cursor = line.cursor, let end = line.lastchar
    else { return EditBuffer(scalars: [], cursor: 0) }
    let text = UnsafeBufferPointer(start: start, count: max(0, end - start))
    return EditBuffer(scalars: text.map(Self.scalar), cursor: cursor - start)
  }

  /// How many scalars the text has. Wraps `el_wline`.
  var length: Int {
    guard let line = el_wline(handle)?.pointee, let start = line.buffer, let end = line.lastchar
    else { return 0 }
    return max(0, end - start)
  }

  /// Wraps `el_cursor`, which stops at the ends.
  func moveCursor(by offset: Int) { _ = el_cursor(handle, CInt(clamping: offset)) }

  func moveCursorToEnd() { moveCursor(by: length) }

  /// Wraps `el_deletestr`.
  func deleteBeforeCursor(_ count: Int) {
    if count > 0 { el_deletestr(handle, CInt(clamping: count)) }
  }

  /// Wraps `el_winsertstr`, which fails on an empty text or without memory.
  func insert(_ text: String) { _ = WideText(text).use { el_winsertstr(handle, $0) } }

  /// Lets a key follow the one in work. Wraps `el_wpush`.
  func push(_ key: PrivateKey) { WideText(String(key.scalar)).use { el_wpush(handle, $0) } }

  /// Draws prompt and text from where the terminal's cursor is. Wraps `EL_REFRESH`.
  func refresh() { _ = cel_refresh(handle) }

  /// Gives libedit an entry for its own search. Wraps `H_ENTER`.
  func remember(_ entry: String) { _ = WideText(entry).use { cel_history_enter(history, $0) } }

  /// The columns that libedit gives a scalar. Wraps `wcwidth`; `nil` is unprintable.
  static func width(of scalar: Unicode.Scalar) -> Int? {
    _ = hasUTF8
    let width = wcwidth(wchar_t(scalar.value))
    return width < 0 ? nil : Int(width)
  }

  // MARK: - From and to C

  /// Makes characters of more than one byte possible, whatever the locale is called.
  private static let hasUTF8: Bool = {
    setlocale(LC_CTYPE, "")
    let codeset = nl_langinfo(CInt(CODESET)).map { String(cString: $0) }
    return codeset == "UTF-8" || setlocale(LC_CTYPE, "C.UTF-8") != nil
      || setlocale(LC_CTYPE, "en_US.UTF-8") != nil
  }()

  private static func streams(
    of terminal: Terminal
  ) throws(LineEditorError) -> [UnsafeMutablePointer<FILE>] {
    var streams: [UnsafeMutablePointer<FILE>] = []
    for (descriptor, mode) in [
      (terminal.input, "r"), (terminal.output, "w"), (terminal.error, "w"),
    ] {
      let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
      guard copy >= 0, let stream = fdopen(copy, mode) else {
        let code = errno
        if copy >= 0 { close(copy) }
        streams.forEach { fclose($0) }
        throw .unavailable(step: "terminal", code: code)
      }
      streams.append(stream)
    }
    return streams
  }

  private static func core(of handle: OpaquePointer?) -> EditorCore? {
    guard let handle, let client = cel_get_client(handle) else { return nil }
    return Unmanaged<EditorCore>.fromOpaque(client).takeUnretainedValue()
  }

  /// wchar_t can hold what Unicode has not.
  private static func scalar(_ value: wchar_t) -> Unicode.Scalar {
    UInt32(exactly: value).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
  }

  private static func string(_ text: UnsafeBufferPointer<wchar_t>) -> String {
    String(returned: text.map(scalar))
  }

  private func addFunctions() {
    for command in KeyCommand.allCases {
      _ = cel_add_function(handle, command.rawValue, "", Self.function(for: command))
    }
  }

  /// A C function can capture nothing: there is one for each command.
  private static func function(for command: KeyCommand) -> cel_function_t {
    switch command {
    case .accept: { handle, _ in EditLine.perform(.accept, handle) }
    case .cancel: { handle, _ in EditLine.perform(.cancel, handle) }
    case .complete: { handle, _ in EditLine.perform(.complete, handle) }
    case .end: { handle, _ in EditLine.perform(.end, handle) }
    case .endOrDelete: { handle, _ in EditLine.perform(.endOrDelete, handle) }
    case .finish: { handle, _ in EditLine.perform(.finish, handle) }
    case .interrupt: { handle, _ in EditLine.perform(.interrupt, handle) }
    case .list: { handle, _ in EditLine.perform(.list, handle) }
    case .next: { handle, _ in EditLine.perform(.next, handle) }
    case .nextCharacter: { handle, _ in EditLine.perform(.nextCharacter, handle) }
    case .nextWord: { handle, _ in EditLine.perform(.nextWord, handle) }
    case .paste: { handle, _ in EditLine.perform(.paste, handle) }
    case .previous: { handle, _ in EditLine.perform(.previous, handle) }
    case .suspend: { handle, _ in EditLine.perform(.suspend, handle) }
    }
  }

  private static func perform(_ command: KeyCommand, _ handle: OpaquePointer?) -> UInt8 {
    guard let core = core(of: handle) else { return UInt8(CC_ERROR) }
    return switch core.perform(command) {
    case .none: UInt8(CC_NORM)
    case .textChanged: UInt8(CC_REFRESH)
    case .cursorMoved: UInt8(CC_CURSOR)
    case .passedOn: UInt8(CC_ARGHACK)
    case .beep: UInt8(CC_ERROR)
    case .endOfInput: UInt8(CC_EOF)
    }
  }
}

/// A text as libedit wants it: wide characters up to a NUL.
final class WideText {
  let pointer: UnsafeMutablePointer<wchar_t>

  init(_ text: String) {
    let scalars = text.drawnScalars.lazy.filter { $0.value != 0 }
    let characters = scalars.map { wchar_t($0.value) } + [0]
    pointer = .allocate(capacity: characters.count)
    pointer.initialize(from: Array(characters), count: characters.count)
  }

  deinit { pointer.deallocate() }

  /// Calls C with the text, which lives as long as the call.
  func use<Result>(_ body: (UnsafePointer<wchar_t>) -> Result) -> Result {
    withExtendedLifetime(self) { body(pointer) }
  }
}
