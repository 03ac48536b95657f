import DialStack

extension Recipe {
  /// Desk phones, bases and handsets by what their ids begin with; one of them can't be reached.
  static let devices = Recipe(
    makers: [
      "type": text { type(of: $0) },
      "mac_address": { row in
        guard type(of: row) != "dect_handset" else { return .absent }
        row.json.text(address(of: row))
        return .written
      },
      "ipei": sparse { row in
        type(of: row) == "dect_handset"
          ? "0\(row.random.next(in: 1_000_000_000..<9_000_000_000))" : nil
      },
      "vendor": text {
        type(of: $0) == "deskphone" ? $0.random.pick(["snom", "yealink", "poly"]) : "snom"
      },
      "model": sparse { row in
        switch type(of: row) {
        case "dect_base": "M500"
        case "dect_handset": "M55"
        default: row.random.pick(["D785", "T54W", "VVX 450"])
        }
      },
      "location": sparse { row in
        let location = row.id(prefix: "loc")
        return type(of: row) == "dect_handset" ? nil : location
      },
      "status": text { $0.isEvery(30, from: 12) ? "pending-sync" : "provisioned" },
      "registration_status": text { isRegistered($0) ? "registered" : "not_registered" },
      "last_registered_at": nullable { row in
        // Before now, whatever the seed.
        let age = row.random.next(in: 30..<3600)
        return isRegistered(row) ? UTCTime(seconds: CallPlanner.now - age).text : nil
      },
      "base": sparse { row in
        let bases = row.cast?.bases ?? []
        return type(of: row) == "dect_handset" && !bases.isEmpty ? row.random.pick(bases) : nil
      },
      "max_handsets": of("dect_base", "max_handsets"), "handsets": { _ in .absent },
      "multicell_role": of("dect_base", "multicell_role"),
      "display_name": of("dect_handset", "display_name"),
      "slot_number": of("dect_handset", "slot_number"),
      "registered_at": { _ in .absent },
      "extensions": { _ in .absent },
      "primary_line": of("deskphone", "primary_line"),
    ],
    needs: .cast,
    prefix: { index in
      switch index % 10 {
      case 3: "dectb"
      case 5, 8: "decth"
      default: "dev"
      }
    })

  private static func isRegistered(_ row: Row) -> Bool {
    row.cast?.faults.unregisteredDevices.contains(row.key.id) == false
  }

  private static func type(of row: Row) -> String {
    switch row.key.id.prefix(5) {
    case "dectb": "dect_base"
    case "decth": "dect_handset"
    default: "deskphone"
    }
  }

  private static func address(of row: Row) -> String {
    var fact = row.fact("mac_address", ofRow: row.index)
    let rest = (0..<3).map { _ in
      let byte = String(fact.next(in: 0..<256), radix: 16)
      return byte.count == 1 ? "0\(byte)" : byte
    }
    return "00:04:13:\(rest.joined(separator: ":"))"
  }

  /// A maker by kind for what only devices of one type have.
  private static func of(_ type: String, _ name: String) -> Maker {
    guard let field = Resource.devices.field(named: name) else { return { _ in .absent } }
    let maker = maker(byKindOf: field)
    return { self.type(of: $0) == type ? maker(&$0) : .absent }
  }

  /// The users of a device, a row a line; a device without lines is never registered.
  static let deviceUsers = Recipe(
    makers: [
      "user": text { row in
        let users = row.cast?.users ?? []
        return users.isEmpty ? row.random.identifier(prefix: "user") : row.random.pick(users)
      }
    ],
    count: { world, list in
      guard let account = list.account, let device = list.parents.first else { return nil }
      guard !world.cast(of: account).users.isEmpty else { return 0 }
      var random = SplitMix64(seed: world.options.seed ^ stableHash(of: "lines \(device)".utf8))
      return random.next(in: 1..<5)
    },
    needs: .cast)
}
