#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// SplitMix64, seeded by `DIALSH_SEED` or at random.
struct Seeded: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init() {
    let wanted = getenv("DIALSH_SEED").flatMap { UInt64(String(cString: $0)) }
    seed = wanted ?? .random(in: .min ... .max)
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
