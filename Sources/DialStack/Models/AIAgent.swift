// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// An AI agent.
public struct AIAgent: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<AIAgent>

  /// The id of the agent: `aia_01abc`.
  public var id: ID
  /// What people call it: `VoiceAI Agent`.
  public var name: String
  /// The app that calls reach it by: `va_01abc`.
  public var voiceApp: VoiceApp.ID
  /// How it calls itself: `Ava`.
  public var personaName: String?
  /// The company that it names: `Harbor Vet`.
  public var greetingName: String?
  /// What it was told to do: `Be brief.`.
  ///
  /// - Note: `instructions` and `faqResponses` may be long.
  public var instructions: String?
  /// Questions with their answers.
  public var faqResponses: [FAQResponse]
  /// How it makes appointments.
  public var scheduling: Scheduling?
  /// The number that it answers: `1001`.
  public var extensionNumber: String?
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date
  /// Its extensions; only where a request expands `extensions`.
  public var extensions: [Extension]?

  /// Questions with their answers.
  public struct FAQResponse: Sendable, Hashable, Codable {
    /// What callers ask: `Where do I park?`.
    public var question: String
    /// What it answers: `Behind the house.`.
    public var answer: String

    private enum CodingKeys: String, CodingKey {
      case question, answer
    }
  }

  /// How it makes appointments.
  public struct Scheduling: Sendable, Hashable, Codable {
    /// Where they are made: `https://example.com/book`. It is not for every eye.
    public var webhookURL: Secret?

    private enum CodingKeys: String, CodingKey {
      case webhookURL = "webhook_url"
    }
  }
}
