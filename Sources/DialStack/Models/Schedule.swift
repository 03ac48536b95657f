// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A schedule.
public struct Schedule: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<Schedule>

  /// The id of the schedule: `sched_01abc`.
  public var id: ID
  /// What people call it: `Business Hours`.
  public var name: String
  /// Where the hours hold: `America/New_York`.
  public var timezone: String
  /// The hours of each day.
  ///
  /// - Note: Day 0 is Sunday, and the hours are those of timezone.
  public var ranges: [Range]
  /// The days that are closed.
  public var holidays: [Holiday]
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date

  /// The hours of each day.
  public struct Range: Sendable, Hashable, Codable {
    /// The day of the week; 0 is Sunday.
    public var day: Int
    /// When it opens: `09:00`.
    public var start: String
    /// When it closes: `17:00`.
    public var end: String

    private enum CodingKeys: String, CodingKey {
      case day, start, end
    }
  }

  /// The days that are closed.
  public struct Holiday: Sendable, Hashable, Codable {
    /// The first day: `2026-12-24`.
    public var start: String
    /// The last day: `2026-12-26`.
    public var end: String

    private enum CodingKeys: String, CodingKey {
      case start, end
    }
  }
}
