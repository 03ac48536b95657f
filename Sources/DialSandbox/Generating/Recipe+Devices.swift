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
      "ipei": sparse { type(of: $0) == "dect_handset" ? ipei(of: $0.key.id) : nil },
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
      "button_template": sparse { row in
        template(of: row.key.id, among: row.ids(of: .to("button_templates")) ?? [])
      },
      "base": sparse { type(of: $0) == "dect_handset" ? base(of: $0.key.id, in: $0.cast) : nil },
      "max_handsets": of("dect_base", "max_handsets"),
      "handsets": { row in
        guard type(of: row) == "dect_base" else { return .absent }
        let base = row.key.id
        row.list(handsets(of: base, in: row.cast)) { row, handset in
          write(handset, of: base, in: &row)
        }
        return .written
      },
      "multicell_role": of("dect_base", "multicell_role"),
      "display_name": of("dect_handset", "display_name"),
      "slot_number": number { row in
        guard let base = base(of: row.key.id, in: row.cast) else { return nil }
        return handsets(of: base, in: row.cast).first { $0.id == row.key.id }?.slot
      },
      "registered_at": sparse { row in
        type(of: row) == "dect_handset"
          ? row.key.createdAt.advanced(bySeconds: 3600).untilNow.text : nil
      },
      "extensions": { row in
        guard type(of: row) == "dect_handset" else { return .absent }
        writeLine(of: row.key.id, in: &row)
        return .written
      },
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

  /// Writes a handset as its base has it.
  private static func write(
    _ handset: (id: String, slot: Int), of base: String, in row: inout Row
  ) {
    let time = row.key.createdAt.advanced(bySeconds: 7200).untilNow.text
    row.object { row in
      row.write("id", handset.id)
      row.write("base", base)
      row.write("ipei", ipei(of: handset.id))
      row.write("status", "registered")
      row.write("slot_number", handset.slot)
      row.write("display_name", "Handset \(handset.slot)")
      row.write("model", "M55")
      row.write("firmware_version", "1.2.3")
      row.write("registered_at", time)
      row.json.key("extensions")
      writeLine(of: handset.id, in: &row)
    }
  }

  /// Writes the one line of a handset, in a list.
  private static func writeLine(of handset: String, in row: inout Row) {
    row.list([handset]) { row, handset in
      let endpoint = row.random.identifier(prefix: "ep")
      row.object { row in
        row.write("id", row.random.identifier(prefix: "decte"))
        row.write("handset", handset)
        row.write("endpoint_id", endpoint)
        row.write("endpoint") { $0.write("id", endpoint) }
        row.write("display_name", "Line 1")
      }
    }
  }

  /// The old view of the bases among the devices.
  static let dectBases = Recipe(
    needs: .cast,
    keys: { world, account, _ in
      let devices = ListName(resource: "devices", account: account, parents: [])
      let keys = world.unlinkedGenerator(of: devices)?.keys() ?? []
      return keys.filter { $0.id.hasPrefix("dectb_") }
    })

  /// The old view of the handsets of one base.
  static let dectHandsets = Recipe(
    makers: [
      "ipei": text { ipei(of: $0.key.id) },
      "slot_number": whole { $0.index + 1 },
    ], needs: .cast,
    keys: { world, account, parents in
      handsets(of: parents.first ?? "", in: world.cast(of: account)).map {
        RowIdentity(createdAt: UTCTime(seconds: CallPlanner.now), id: $0.id)
      }
    })

  /// The base of a handset; `nil` for any other device, and where there is none.
  private static func base(of handset: String, in cast: Cast?) -> String? {
    guard let bases = cast?.bases, !bases.isEmpty, handset.hasPrefix("decth_") else { return nil }
    return bases[fact(of: handset) % bases.count]
  }

  /// The handsets of a base, each with its place.
  private static func handsets(of base: String, in cast: Cast?) -> [(id: String, slot: Int)] {
    let own = (cast?.handsets ?? []).filter { self.base(of: $0, in: cast) == base }
    return own.enumerated().map { (id: $0.element, slot: $0.offset + 1) }
  }

  private static func ipei(of handset: String) -> String {
    "0\(String(fact(of: handset) + 1_000_000_000))"
  }

  private static func fact(of id: String) -> Int {
    Int(SplitMix64.mixed(stableHash(of: id.utf8)) % 8_000_000_000)
  }

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
