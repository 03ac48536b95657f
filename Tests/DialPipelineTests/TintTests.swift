import DialExport
import DialPipeline
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Colours that can be read on dark and on light terminals.
struct TintTests {
  private struct Color {
    let red, green, blue: Int

    init(_ red: Int, _ green: Int, _ blue: Int) {
      (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// One of the 240 that terminals have beyond their own 16: a cube, then grays.
    init(number: Int) {
      let steps = [0, 95, 135, 175, 215, 255]
      let index = number - 16
      self =
        number < 232
        ? Color(steps[index / 36], steps[index / 6 % 6], steps[index % 6])
        : Color(8 + 10 * (number - 232), 8 + 10 * (number - 232), 8 + 10 * (number - 232))
    }

    /// The smaller of the contrasts with black and with white, as WCAG 2.2 defines them.
    var contrast: Double {
      let parts = [red, green, blue].map { part in
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      let luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
      return min((luminance + 0.05) / 0.05, 1.05 / (luminance + 0.05))
    }
  }

  private static let enough = 4.5

  @Test(arguments: Tint.allCases)
  func everyColourCanBeReadOnBlackAndOnWhite(_ tint: Tint) throws {
    let parameters = try #require(tint.parameters(in: .colors)).split(separator: ";")
    let attributes = parameters.prefix { $0 != "38" }
    #expect(attributes.allSatisfy { ["1", "4"].contains($0) })
    guard attributes.count < parameters.count else { return }
    #expect(parameters.dropFirst(attributes.count).prefix(2) == ["38", "5"])
    let number = try #require(parameters.last.flatMap { Int($0) })
    #expect((16...255).contains(number) && Color(number: number).contrast >= Self.enough)
  }

  /// The palettes of xterm and of VGA.
  private static let palettes: [[Color]] = [
    [
      Color(0, 0, 0), Color(205, 0, 0), Color(0, 205, 0), Color(205, 205, 0), Color(0, 0, 238),
      Color(205, 0, 205), Color(0, 205, 205), Color(229, 229, 229), Color(127, 127, 127),
      Color(255, 0, 0), Color(0, 255, 0), Color(255, 255, 0), Color(92, 92, 255),
      Color(255, 0, 255), Color(0, 255, 255), Color(255, 255, 255),
    ],
    [
      Color(0, 0, 0), Color(170, 0, 0), Color(0, 170, 0), Color(170, 85, 0), Color(0, 0, 170),
      Color(170, 0, 170), Color(0, 170, 170), Color(170, 170, 170), Color(85, 85, 85),
      Color(255, 85, 85), Color(85, 255, 85), Color(255, 255, 85), Color(85, 85, 255),
      Color(255, 85, 255), Color(85, 255, 255), Color(255, 255, 255),
    ],
  ]

  @Test func ofTheSixteenNoneCanSoTheyAreNotUsed() {
    for palette in Self.palettes {
      #expect(palette.map(\.contrast).filter { $0 >= Self.enough } == [])
    }
    let used = Tint.allCases.filter { $0 != .suggestion }
      .compactMap { $0.parameters(in: .attributes) }
    #expect(Set(used) == ["1", "4", "1;4"])
    #expect(Tint.suggestion.parameters(in: .attributes) == "2")
    #expect(Tint.allCases.allSatisfy { $0.parameters(in: .none) == nil })
  }
}
