import NIOSSL

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where a variable says that certificates are.
enum CertificateFiles {
  case file(String, variable: String)
  /// Folders with `:` between.
  case folders(String, variable: String)

  /// The certificates there, each once.
  ///
  /// - Throws: ``InvalidNetworkOptions`` for what can't be read, and for a place without any.
  func certificates() throws(InvalidNetworkOptions) -> [NIOSSLCertificate] {
    switch self {
    case .file(let path, let variable):
      let certificates = try Self.certificates(inFile: path, variable)
      guard !certificates.isEmpty else {
        throw InvalidNetworkOptions("\(variable): \(path) holds no certificate in PEM")
      }
      return certificates
    case .folders(let paths, let variable):
      var seen: Set<NIOSSLCertificate> = []
      for folder in paths.split(separator: ":") {
        for name in try Self.names(in: String(folder), variable) {
          // A folder may hold other things too.
          let certificates = try? Self.certificates(inFile: "\(folder)/\(name)", variable)
          seen.formUnion(certificates ?? [])
        }
      }
      guard !seen.isEmpty else {
        throw InvalidNetworkOptions("\(variable): \(paths) holds no certificate in PEM")
      }
      return Array(seen)
    }
  }

  private static func names(in folder: String, _ variable: String)
    throws(InvalidNetworkOptions) -> [String]
  {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw InvalidNetworkOptions("\(variable): can't read the folder \(folder)")
    }
  }

  private static func certificates(inFile path: String, _ variable: String)
    throws(InvalidNetworkOptions) -> [NIOSSLCertificate]
  {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw InvalidNetworkOptions("\(variable): can't read the file \(path)")
    }
    guard data.firstRange(of: Data("-----BEGIN CERTIFICATE-----".utf8)) != nil else { return [] }
    guard let certificates = try? NIOSSLCertificate.fromPEMBytes(Array(data)) else {
      throw InvalidNetworkOptions("\(variable): \(path) holds a certificate that can't be read")
    }
    return certificates
  }
}
