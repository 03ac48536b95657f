import ArgumentParser
import DialLanguage
import DialShell
import DialStack

/// What is added to the lists that the program knows.
struct CatalogOptions: ParsableArguments {
  @Option(
    name: .customLong("catalog"),
    help: ArgumentHelp(
      "A file of more lists of the API, or of corrections; may be given more than once, and beside "
        + "`catalog` of the configuration file.",
      valueName: "file"))
  var files: [String] = []

  /// The lists of the API with those that files add, those of the configuration first.
  ///
  /// - Throws: `ConfigurationError` for a file that can't be read, `Rejection` for one that makes no
  ///   sense.
  func catalog(environment: [String: String]) throws -> Catalog {
    try Catalog.standard.adding(filesAt: try paths(environment: environment))
  }

  /// The files, those of the configuration first.
  ///
  /// - Throws: `ConfigurationError` for a configuration that can't be used.
  func paths(environment: [String: String]) throws -> [String] {
    let configuration = try Configuration.path(environment: environment).map {
      try Configuration(path: $0, homeDirectory: environment["HOME"])
    }
    return (configuration?.catalogs ?? []) + files
  }
}
