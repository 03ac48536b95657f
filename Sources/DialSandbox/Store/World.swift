import DialStack

/// Which lists there are, and what each holds, as far as the options alone decide it.
struct World: Sendable {
  let catalog: Catalog
  let options: Sandbox.Options

  /// The ids of all accounts, newest first.
  func accountIDs() -> [String] {
    let accounts = generator(of: .accounts, in: nil).items()
    return (0..<accounts.count).compactMap { index in
      IDIndex.id(of: accounts[index]).map {
        String(decoding: $0.dropFirst().dropLast(), as: UTF8.self)
      }
    }
  }

  /// Every list with the generator of its items.
  func generators() -> [(list: ListName, generator: Generator)] {
    let accounts = accountIDs()
    return catalog.resources.flatMap { resource in
      let owners: [String?] =
        switch resource.scope {
        case .platform: [nil]
        case .account: accounts
        }
      return owners.map { owner in
        (ListName(resource: resource.name, account: owner), generator(of: resource, in: owner))
      }
    }
  }

  private func generator(of resource: Resource, in account: String?) -> Generator {
    Generator(
      resource, owner: account ?? "", count: count(of: resource, in: account),
      seed: options.seed,
      fixedID: resource.name == "accounts" ? Sandbox.documentAccount.rawValue : nil)
  }

  /// How many items a list has.
  ///
  /// Without a number of numbers in the options, the account of the documents has 250 and
  /// the others have 0 to 299.
  private func count(of resource: Resource, in account: String?) -> Int {
    guard let account else { return options.accounts }
    if resource.name == "numbers", let numbers = options.numbers { return numbers }
    if account == Sandbox.documentAccount.rawValue { return 250 }
    var random = SplitMix64(seed: options.seed ^ stableHash(of: "\(resource.name) \(account)".utf8))
    return random.happens(1, in: 10) ? 0 : random.next(in: 1..<300)
  }
}

extension World {
  /// How the items of every list come to be: generated when asked for, or read from the
  /// database, which is made first if it isn't there.
  func contents() throws -> [ListName: @Sendable () -> ItemList] {
    guard let path = options.database else {
      let makers = generators().map { list, generator in
        (list, { @Sendable in generator.items() })
      }
      return Dictionary(uniqueKeysWithValues: makers)
    }
    let database = Database(path: path)
    if !database.exists { try database.create(from: self) }
    return try database.lists(of: self).mapValues { items in { @Sendable in items } }
  }
}
