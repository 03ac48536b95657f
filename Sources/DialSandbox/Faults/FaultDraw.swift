import DialStack

/// Which faults strike one request: drawn from the seed and the request's number.
struct FaultDraw {
  /// The request's number, from 1; faults that vary take their turns by it.
  let request: Int
  let kinds: [Fault.Kind]
  /// The time of day in seconds since 1970.
  let now: @Sendable () -> Int

  init(_ options: SandboxOptions, request: Int) {
    self.request = request
    now = options.now
    guard !options.faults.isEmpty else {
      kinds = []
      return
    }
    var random = SplitMix64(
      seed: SplitMix64.mixed(options.seed) ^ SplitMix64.mixed(UInt64(request)))
    kinds = options.faults.filter { fault in
      Double(random.next() >> 11) * 0x1p-53 < fault.rate && request <= fault.first
    }.map(\.kind)
  }

  func strikes(_ kind: Fault.Kind) -> Bool {
    kinds.contains(kind)
  }

  /// The turn that a fault with several forms takes.
  func turn<Form>(of forms: [Form]) -> Form {
    forms[(request - 1) % forms.count]
  }

  /// The answer with the way that the faults let it go.
  func deliver(_ response: Response) -> SandboxAnswer {
    var answer = SandboxAnswer(response)
    for kind in kinds {
      switch kind {
      case .slowHeaders: answer.delivery = .slowHeaders
      case .slowBody: answer.delivery = .slowBody
      case .cutBody: answer.delivery = .cutBody
      case .stalledBody: answer.delivery = .stalledBody
      default: continue
      }
    }
    return answer
  }
}
