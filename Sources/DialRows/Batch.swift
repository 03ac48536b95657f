package import DialStack

/// The records of one page, or what a stage made of them.
package struct Batch: Sendable {
  package var records: [Record]

  package init(records: [Record]) {
    self.records = records
  }
}

/// Batches as they flow from stage to stage; each is asked for by the stage behind.
package typealias Batches = any AsyncSequence<Batch, any Error>
