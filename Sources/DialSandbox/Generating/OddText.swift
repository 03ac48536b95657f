/// Texts for the generated items.
enum Texts {
  static let companies = [
    "Harbor Vet", "Acme Corp", "Blue Ridge Dental", "Northwind Traders", "Cedar & Pine",
    "Lakeside Law", "Sunrise Bakery", "Granite Roofing", "Orchard Health", "Beacon Realty",
    "Summit Cycles", "Pioneer Freight",
  ]

  static let people = [
    "Jane Doe", "Luis Ortega", "Mia Chen", "Zoë Brandt", "Priya Nair", "Tom O'Neill",
  ]

  static let callerNames = [
    "ARMSTRONG", "ACME CORP", "FRONT DESK", "SALES", "SUPPORT", "HARBOR VET", "BILLING",
  ]

  static let teams = ["Sales Team", "Support", "Front Desk", "Billing", "Night Shift"]

  static let places = ["LA MESA CA", "NEW YORK NY", "CHICAGO IL", "BERLIN", "TORONTO ON"]

  static let summaries = [
    "Asked for a visit.", "Asks to be called back.", "Moved the appointment to Friday.",
    "Wanted to know the price of a new bicycle.", "Complained about a late delivery.",
  ]

  static let addresses = [
    (street: "Main Street", city: "Springfield", state: "IL", code: "62701"),
    (street: "Market Street", city: "San Francisco", state: "CA", code: "94103"),
    (street: "Broadway", city: "New York", state: "NY", code: "10007"),
    (street: "Congress Avenue", city: "Austin", state: "TX", code: "78701"),
  ]

  /// Texts that a careless reader, table or spreadsheet gets wrong.
  static let odd = [
    "Comma, Inc.", "The \"Quoted\" Café", "Line\nBreak LLC", "=1+1", "株式会社ダイヤル",
    "Owls 🦉 & Friends 👩‍👩‍👧", "Cafe\u{301} Nin\u{303}o", "safe\u{202E}gnp.exe",
    "\u{1B}[31mred\u{1B}[0m", "Müller; Söhne", "tab\there", "back\\slash", "", " padded ",
    "مكتب الهاتف", "+SUM(A1)", "CRLF\r\nhere", "null", "007", "<b>&amp;</b>", "'quoted'",
    "zero\u{200B}width", "한국전화", "@home", "-1",
  ]
}

extension Row {
  /// One of `usual`, but now and then an odd text; every odd one has its turn.
  mutating func text(_ usual: [String], oddEvery step: Int) -> String {
    let pick = random.pick(usual)
    return isEvery(step, from: step / 2) ? Texts.odd[index / step % Texts.odd.count] : pick
  }
}
