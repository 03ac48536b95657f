package import DialExport
package import DialLanguage
package import DialRows
import DialStack

/// What planning knows of the world besides the text.
package struct Scope: Sendable {
  /// The accounts that `use` or `--account` chose.
  package var accounts: AccountSelection
  /// Those that were chosen before them; `nil` where there were none.
  package var accountsBefore: AccountSelection?
  /// The variables by name: those of `--name=value` and of `param`.
  package var variables: [String: Literal]
  /// The rows that `let` gave names.
  package var named: [String: NamedRows] = [:]
  /// The texts that `def` gave names.
  package var definitions: [String: Definition] = [:]
  /// Reads the files that `include` and `.run` name; `nil` where no file is looked at.
  package var includes: (@Sendable (_ path: String) throws -> SourceText)?
  /// What the program was given besides, which a parameter of that name takes: `--account`.
  package var options: [String: Literal] = [:]
  /// The variables that a script must declare: those of `--name=value`.
  package var given: Set<String> = []
  /// Whose zone days and times are in.
  package var zoneSetting = ZoneSetting.byDefault
  /// The stage behind every pipeline over a list: the most rows that a setting allows.
  package var limit: PlannedStage?
  /// What `~` stands for in paths.
  package var homeDirectory: String?
  /// What a pipeline without `export` writes, and how a terminal is drawn on.
  package var display: Display
  /// What is known of the prompt that the text was typed at; `nil` for scripts.
  package var prompt: PromptScope?
  /// The moment that `now` is in calculations; `nil` where nothing is worked out.
  package var now: Timestamp?
  /// What is known of the API's data.
  package var known: any KnownValues = NothingKnown()
  /// Whether secrets are shown that a `select` names.
  package var showsSecrets = false
  /// Which parameters have no value yet: of a script that is only checked.
  package var openParameters = OpenParameters.none
  /// What parameters without a value are used as.
  package let uses = ParameterUses()
  /// What was said of names that are declared and have no meaning yet: that is not said twice.
  var missing: [String: Diagnostic] = [:]
  /// What was said of a file that may have declared any.
  var missingNames: Diagnostic?
  private var facts: [ObjectIdentifier: any Sendable] = [:]

  package init(
    accounts: AccountSelection, variables: [String: Literal], homeDirectory: String?,
    display: Display
  ) {
    self.accounts = accounts
    self.variables = variables
    self.homeDirectory = homeDirectory
    self.display = display
  }

  /// The zone that the settings and what is known of the account come to.
  package var zone: ZoneInUse {
    switch zoneSetting {
    case .utc: ZoneInUse(.utc, because: .setting)
    case .named(let named): ZoneInUse(named, because: .setting)
    case .byDefault: prompt == nil ? .utc : accountZone
    case .account: accountZone
    }
  }

  private var accountZone: ZoneInUse {
    guard let account = accounts.single else {
      return accounts.mayBeMany ? .ofEachAccount : ZoneInUse(.utc, because: .noAccount)
    }
    guard let known = known.knownAccount(account) else {
      return ZoneInUse(.utc, because: .accountUnknown)
    }
    guard let zone = Zone(identifier: known.timeZone) else {
      return ZoneInUse(.utc, because: .accountWithout)
    }
    return ZoneInUse(zone, because: .account)
  }

  /// The values of a choice that were seen in this session.
  func seenValues(of column: Column, in columns: Columns) -> [String] {
    guard !column.choices.isEmpty, let resource = columns.resource else { return [] }
    return known.knownValues(of: column.name, in: resource.name)
  }

  /// The literal itself, or what the variable stands for.
  ///
  /// - Parameter use: what it is used as, where that is known.
  /// - Throws: a ``Rejection`` for a variable that nobody knows.
  package func value(of literal: Literal, as use: String? = nil) throws(Rejection) -> Literal {
    guard literal.form == .variable else { return literal }
    guard let value = variables[literal.text] else {
      try refuseMissing(Word(literal.text, at: literal.range))
      throw Rejection(.unknownVariable(literal, known: variables.keys.sorted()))
    }
    if let use { uses.note(value, as: use) }
    return value
  }

  /// The same of a literal that is to be a whole number.
  func number(_ literal: Literal) throws(Rejection) -> Literal {
    try value(of: literal, as: FieldKind.integer.phrase)
  }
}

extension Scope {
  /// Says once more what was said of an unknown name where it was to be declared.
  ///
  /// - Throws: a ``Rejection``, if there is anything.
  func refuseMissing(_ name: Word) throws(Rejection) {
    if let missing = missing[name.text] ?? missingNames { throw Rejection(missing) }
  }

  /// A fact of the session, by its key.
  package subscript<Key: ScopeKey>(key: Key.Type) -> Key.Value {
    get { facts[ObjectIdentifier(key)] as? Key.Value ?? key.initial }
    set { facts[ObjectIdentifier(key)] = newValue }
  }
}

/// Which parameters have no value while a text is planned.
package enum OpenParameters: Sendable, Hashable {
  case none
  /// Those that are given none and have none of their own.
  case withoutValue
  case all
}

/// What planning knows of the prompt.
package struct PromptScope: Sendable {
  /// The columns of `$it`, the rows that were shown last.
  package var lastResult: Columns?

  package init(lastResult: Columns?) {
    self.lastResult = lastResult
  }
}

/// Where rows go that no `export` sends elsewhere.
package struct Display: Sendable, Hashable {
  /// The format, by its name behind `export`.
  package var format: String
  /// How to draw on the terminal; `nil` where standard output is none.
  package var terminal: TerminalStyle?

  package init(format: String, terminal: TerminalStyle?) {
    self.format = format
    self.terminal = terminal
  }
}
