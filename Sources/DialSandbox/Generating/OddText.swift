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
