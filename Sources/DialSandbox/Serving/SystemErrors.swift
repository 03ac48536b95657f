#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system's number for a port that another process listens on.
let addressInUse = EADDRINUSE
