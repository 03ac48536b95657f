import DialRows

/// A way to draw rows for reading.
protocol TableDrawing: Sendable {
  /// Draws the rows of a batch, or keeps them until it knows how.
  mutating func append(_ batch: Batch, into buffer: inout [UInt8])

  /// Draws what was kept.
  mutating func finish(into buffer: inout [UInt8])

  /// The columns for which there was no room, in their order.
  var hiddenColumns: [String] { get }
}

extension TableDrawing {
  var hiddenColumns: [String] { [] }
}
