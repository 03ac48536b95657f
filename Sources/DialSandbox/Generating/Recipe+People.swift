import DialStack

extension Recipe {
  /// People with a name and an address that go together.
  static let users = Recipe(
    makers: [
      "name": nullable { $0.isEvery(17, from: 5) ? nil : $0.text(Texts.people, oddEvery: 6) },
      "email": nullable { $0.isEvery(11, from: 7) ? nil : "user\($0.index + 1)@example.com" },
      "do_not_disturb": flag { isUndisturbed($0.key.id) },
    ], needs: .cast)

  /// One owner, and administrators; many of them have no phone.
  static let adminUsers = Recipe(
    makers: [
      "name": nullable { $0.isEvery(9, from: 5) ? nil : $0.text(Texts.people, oddEvery: 8) },
      "email": text { "admin\($0.index + 1)@example.com" },
      "role": text { $0.index == 0 ? "owner" : "account_admin" },
      "user": nullable { row in
        guard let users = row.cast?.users, row.isEvery(3, from: 1) else { return nil }
        // No user is two administrators.
        return row.index / 3 < users.count ? users[row.index / 3] : nil
      },
    ], needs: .cast)

  /// One for each user but a few, and some for queues and ring groups.
  static let extensions = Recipe(
    makers: [
      "target": text { row in
        row.cast.map { $0.targets[row.index] } ?? row.random.identifier(prefix: "user")
      },
      "status": text { $0.isEvery(19, from: 6) ? "inactive" : "active" },
    ],
    count: { world, list in list.account.map { world.cast(of: $0).targets.count } },
    needs: .cast)

  /// A place of an account; one of them has no E911, and of one it failed.
  static let locations = Recipe(
    makers: [
      "name": text { $0.index == 0 ? "Headquarters" : "Branch \($0.index + 1)" },
      "address": { row in
        writeAddress(in: &row)
        return .written
      },
      "e911_status": nullable { row in
        if row.key.id == row.cast?.faults.locationWithoutE911 { return nil }
        if row.key.id == row.cast?.faults.locationWithFailedE911 { return "failed" }
        return row.random.pick(["provisioned", "provisioned", "provisioned", "pending", "binding"])
      },
      "status": text { _ in "active" },
    ],
    count: { _, _ in 8 }, needs: .cast)
}
