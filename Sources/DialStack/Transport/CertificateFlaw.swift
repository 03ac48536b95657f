import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What is wrong with the certificate of a host.
///
/// The TLS library says only that it did not pass. So the host is asked for it once more, on a
/// connection that never gets as far as carrying anything.
enum CertificateFlaw {
  case expired(day: CalendarDay)
  case notYetValid(day: CalendarDay)
  case selfSigned
  case unknownAuthority
  /// It could not be looked at.
  case unknown

  /// Looks at the certificate that the host shows.
  static func find(on route: Route, within time: Duration) async -> CertificateFlaw {
    guard route.proxy == nil, let chain = try? await chain(on: route, within: time),
      let leaf = chain.first
    else { return .unknown }
    let now = Int(Date().timeIntervalSince1970)
    for certificate in chain {
      if certificate.notValidAfter < now { return day(certificate.notValidAfter, Self.expired) }
      if certificate.notValidBefore > now {
        return day(certificate.notValidBefore, Self.notYetValid)
      }
    }
    return leaf.isSelfSigned ? .selfSigned : .unknownAuthority
  }

  private static func day(_ seconds: Int, _ flaw: (CalendarDay) -> CertificateFlaw)
    -> CertificateFlaw
  {
    let days = (seconds < 0 ? seconds - 86_399 : seconds) / 86_400
    return CalendarDay(number: days).map(flaw) ?? .unknown
  }

  private static func chain(on route: Route, within time: Duration) async throws
    -> [NIOSSLCertificate]
  {
    guard let context = try route.tls?.context() else { return [] }
    let chain = Chain()
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connectTimeout(TimeAmount(time))
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let handler = try NIOSSLClientHandler(
            context: context, serverHostname: route.serverName,
            customVerificationCallback: { certificates, verdict in
              chain.certificates.withLock { $0 = certificates }
              verdict.succeed(.failed)
            })
          try channel.pipeline.syncOperations.addHandler(handler)
        }
      }
      .connect(host: route.bareHost, port: route.port).get()
    let watch = channel.eventLoop.scheduleTask(in: TimeAmount(time)) {
      channel.close(promise: nil)
    }
    try await withTaskCancellationHandler {
      try await channel.closeFuture.get()
    } onCancel: {
      channel.close(promise: nil)
    }
    watch.cancel()
    return chain.certificates.withLock { $0 }
  }

  private final class Chain: Sendable {
    let certificates = Mutex<[NIOSSLCertificate]>([])
  }
}

extension CertificateFlaw: CustomStringConvertible {
  var description: String {
    let wayOut = "; SSL_CERT_FILE names a file of certificates to trust"
    switch self {
    case .expired(let day): return "it expired on \(day)"
    case .notYetValid(let day): return "it is not valid before \(day); is the clock here right?"
    case .selfSigned: return "it is signed by itself" + wayOut
    case .unknownAuthority: return "no authority that is trusted here has signed it" + wayOut
    case .unknown:
      return "it is expired, not valid yet, or signed by no authority that is trusted here" + wayOut
    }
  }
}

extension NIOSSLCertificate {
  /// Whether issuer and subject are the same name (RFC 5280, 4.1).
  var isSelfSigned: Bool {
    guard let bytes = try? toDERBytes() else { return false }
    var whole = DERReader(bytes[...])
    guard var certificate = whole.next()?.contents, var fields = certificate.next()?.contents,
      var field = fields.next()
    else { return false }
    // The version stands in front, in a tag of its own, unless it is the first.
    if field.tag == 0xa0, let serial = fields.next() { field = serial }
    guard fields.next() != nil, let issuer = fields.next(), fields.next() != nil,
      let subject = fields.next()
    else { return false }
    return issuer.bytes == subject.bytes
  }
}

/// Goes through elements that follow each other in DER (X.690, 8.1).
private struct DERReader {
  struct Element {
    let tag: UInt8
    /// The element with its tag and its length.
    let bytes: ArraySlice<UInt8>
    let contents: DERReader
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  /// The next element; `nil` at the end, and where the length makes no sense.
  mutating func next() -> Element? {
    let whole = rest
    guard let tag = rest.popFirst(), let first = rest.popFirst() else { return nil }
    var length = Int(first)
    if first >= 0x80 {
      length = 0
      for _ in 0..<first & 0x7f {
        guard let byte = rest.popFirst(), length <= rest.count else { return nil }
        length = length << 8 | Int(byte)
      }
    }
    guard length <= rest.count else { return nil }
    let contents = rest.prefix(length)
    rest = rest.dropFirst(length)
    return Element(
      tag: tag, bytes: whole[..<contents.endIndex], contents: DERReader(contents))
  }
}
