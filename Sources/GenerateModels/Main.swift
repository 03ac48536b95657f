import DialStack
import Foundation

/// Writes the SDK's models and lists, as the catalog has them, into the folder that is named.
@main
enum Main {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: GenerateModels FOLDER\n".utf8))
      exit(2)
    }
    let folder = URL(filePath: CommandLine.arguments[1], directoryHint: .isDirectory)
    for (path, text) in files(of: .standard) {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  /// The text of each file by its path.
  private static func files(of catalog: Catalog) -> [String: String] {
    var maker = ModelMaker(catalog)
    var models: [String: Model] = [:]
    for resource in catalog.resources {
      let name = catalog.modelName(of: resource)
      if models[name] == nil { models[name] = maker.model(of: resource) }
    }
    models.merge(maker.shapes) { row, _ in row }
    var files: [String: String] = [:]
    for model in models.values {
      for (name, text) in ModelSource.files(of: model) { files["Models/\(name)"] = text }
    }
    for set in maker.sharedChoices.values {
      files["Models/\(set.name).swift"] = ModelSource.file(of: set)
    }
    for resource in catalog.lists where resource.parents.isEmpty {
      files["Lists/\(resource.listName).swift"] =
        ListSource(catalog: catalog, resource: resource).file
    }
    return files
  }
}
