// swift-tools-version:6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
  name: "dialsh",
  platforms: [.macOS(.v26)],
  targets: [
    .target(name: "DialLanguage", swiftSettings: settings),
    .target(
      name: "DialTestSupport", dependencies: ["DialLanguage"], path: "Tests/DialTestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "DialLanguageTests", dependencies: ["DialLanguage", "DialTestSupport"],
      swiftSettings: settings),
  ]
)
