// swift-tools-version:6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "dialsh",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "DialStack", targets: ["DialStack"]),
    .executable(name: "dialsh", targets: ["dialsh"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // Line editing: a terminal line as an async value.
    .systemLibrary(
      name: "CLibEdit", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    .target(
      name: "LineEditing", dependencies: ["CLibEdit", "TerminalText"], swiftSettings: settings),

    // What may go to a terminal, and how much room it takes there.
    .target(name: "TerminalText", swiftSettings: settings),

    // The SDK.
    .target(
      name: "DialStack",
      dependencies: [
        "TerminalText",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOExtras", package: "swift-nio-extras"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "NIOTLS", package: "swift-nio"),
      ],
      swiftSettings: settings),

    // Writes the SDK's models as the catalog has them; `scripts/generate` runs it.
    .executableTarget(
      name: "GenerateModels", dependencies: ["DialStack"], swiftSettings: settings),

    // A local API that answers as the real one does.
    .target(
      name: "DialSandbox",
      dependencies: [
        "DialStack",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: settings),

    // Regular expressions that always end.
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .target(name: "PatternMatching", dependencies: ["CPCRE2"], swiftSettings: settings),

    // Rows and what becomes of them; the language, the pipelines and the shell around them.
    .target(
      name: "DialRows", dependencies: ["DialStack", "PatternMatching"], swiftSettings: settings),
    .target(
      name: "DialExport",
      dependencies: [
        "DialLanguage", "DialRows", "DialStack", "TerminalText",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    .target(name: "DialLanguage", dependencies: ["TerminalText"], swiftSettings: settings),
    .target(
      name: "DialPipeline",
      dependencies: [
        "DialExport", "DialLanguage", "DialRows", "DialStack", "PatternMatching", "TerminalText",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    .target(
      name: "DialShell",
      dependencies: [
        "DialExport", "DialLanguage", "DialPipeline", "DialRows", "DialStack", "LineEditing",
        "TerminalText",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    .systemLibrary(name: "CProcess"),
    .executableTarget(
      name: "dialsh",
      dependencies: [
        "CProcess", "DialExport", "DialLanguage", "DialPipeline", "DialRows", "DialSandbox",
        "DialShell", "DialStack", "LineEditing", "TerminalText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),

    // One test target a target.
    .target(
      name: "DialTestSupport",
      dependencies: [
        "DialLanguage", "DialStack", .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/DialTestSupport", swiftSettings: settings),
    .target(
      name: "ShellTestSupport",
      dependencies: [
        "DialExport", "DialLanguage", "DialPipeline", "DialRows", "DialSandbox", "DialShell",
        "DialStack",
        "DialTestSupport", "LineEditing",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/ShellTestSupport", swiftSettings: settings),
    .testTarget(
      name: "LineEditingTests", dependencies: ["DialTestSupport", "LineEditing"],
      swiftSettings: settings),
    .testTarget(
      name: "DialStackTests",
      dependencies: [
        "DialStack", "DialTestSupport",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "DialSandboxTests", dependencies: ["DialSandbox", "DialStack", "DialTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "DialLanguageTests", dependencies: ["DialLanguage", "DialTestSupport", "TerminalText"],
      swiftSettings: settings),
    .testTarget(
      name: "PatternMatchingTests", dependencies: ["PatternMatching"], swiftSettings: settings),
    .testTarget(
      name: "DialPipelineTests",
      dependencies: [
        "DialExport", "DialLanguage", "DialPipeline", "DialRows", "DialStack", "DialTestSupport",
        "TerminalText", .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "DialShellTests",
      dependencies: [
        "DialExport", "DialLanguage", "DialPipeline", "DialRows", "DialSandbox", "DialShell",
        "DialStack", "DialTestSupport", "LineEditing", "ShellTestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "DialExport", "DialLanguage", "DialPipeline", "DialRows", "DialSandbox", "DialShell",
        "DialStack", "DialTestSupport", "ShellTestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Reports", "Requests.txt", "Transcripts"], swiftSettings: settings),
    // What can be added to the program without a change to it.
    .testTarget(
      name: "ExtensionTests",
      dependencies: [
        "DialExport", "DialLanguage", "DialPipeline", "DialRows", "DialSandbox", "DialShell",
        "DialStack", "DialTestSupport", "LineEditing", "ShellTestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
  ]
)

// Built for `scripts/bench instructions` alone, which sets the variable.
if Context.environment["DIALSH_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Instructions",
      dependencies: [
        "DialExport", "DialLanguage", "DialPipeline", "DialRows", "DialSandbox", "DialStack",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "scripts/bench.d/instructions", swiftSettings: settings,
      // Valgrind gives up where debug information is newer than itself.
      linkerSettings: [.unsafeFlags(["-Xlinker", "--strip-debug"])]))
}
