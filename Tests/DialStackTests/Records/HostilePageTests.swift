import Dispatch
import Foundation
import DialStack
import Synchronization
import Testing

@Suite struct HostilePageTests {
  // The page, its list and the item enclose what is built here.
  @Test(arguments: [("[", "]"), (#"{"a":"#, "}")])
  func nestingIsTakenUpTo512AndNoFurther(_ open: String, _ close: String) throws {
    func body(_ depth: Int) -> String {
      let inner =
        String(repeating: open, count: depth - 3) + "1" + String(repeating: close, count: depth - 3)
      return #"{"data":[{"v":"# + inner + "}]}"
    }
    #expect(try scan(body(512)).count == 1)
    let offset = 14 + 509 * open.utf8.count
    #expect(throws: PageFault(.tooDeep, at: offset, item: 1)) { try scan(body(513)) }
  }

  @Test func deepNestingNeedsNoDeepStack() {
    let deep =
      #"{"data":[{"v":"# + String(repeating: "[", count: 509) + String(repeating: "]", count: 509)
      + "}]}"
    #expect(onSmallStack { (try? scan(deep))?[0].value(at: FieldPath("v.x")) == .null })
    let deeper = String(repeating: "[", count: 1_000_000)
    #expect(onSmallStack { (try? scan(deeper)) == nil })
  }

  @Test func aHundredThousandDifferentKeysInOneItemAreRead() throws {
    let members = (0..<100_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    let record = try scan("{\"data\":[{\(members)}]}")[0]
    #expect(record.value(at: FieldPath("k0")) == .integer(0))
    #expect(record.value(at: FieldPath("k99999")) == .integer(99_999))
    #expect(record.value(at: FieldPath("k100000")) == .null)
    #expect(record.fieldNames.count == 100_000)
  }

  @Test func aHundredThousandItemsWithAKeyOfTheirOwnAreRead() throws {
    let items = (0..<100_000).map { "{\"k\($0)\":\($0),\"id\":\($0)}" }.joined(separator: ",")
    let page = try scan("{\"data\":[\(items)]}")
    var reader = FieldReader(FieldPath("id"))
    #expect((0..<page.count).allSatisfy { reader.value(in: page[$0]) == .integer($0) })
    #expect(page[70_000].value(at: FieldPath("k70000")) == .integer(70_000))
  }

  @Test func itemsOfTurningShapesAreRead() throws {
    let items = (0..<900).map { number in
      switch number % 3 {
      case 0: "{\"id\":\(number),\"a\":1}"
      case 1: "{\"a\":1,\"id\":\(number)}"
      default: "{}"
      }
    }
    let page = try scan("{\"data\":[\(items.joined(separator: ","))]}")
    var reader = FieldReader(FieldPath("id"))
    for index in 0..<page.count {
      #expect(reader.value(in: page[index]) == (index % 3 == 2 ? .null : .integer(index)))
    }
  }

  @Test func aTextOfAMegabyteIsRead() throws {
    let text = String(repeating: "0123456789abcde\\n", count: 65_536)
    let value = try scan("{\"data\":[{\"v\":\"\(text)\"}]}")[0].value(at: FieldPath("v"))
    #expect(value == .text(String(repeating: "0123456789abcde\n", count: 65_536)))
  }

  @Test func aBodyOfMoreThan64MiBIsRefused() throws {
    let page = Array(#"{"data":[{"id":1}]}"#.utf8)
    let space = [UInt8](repeating: 0x20, count: PageBody.largestBody - page.count)
    #expect(try PageBody(scanning: space + page)[0].value(at: FieldPath("id")) == .integer(1))
    #expect(throws: PageFault(.tooLarge, at: PageBody.largestBody)) {
      try PageBody(scanning: space + page + [0x20])
    }
  }
}

/// Runs `body` on a thread that has 512 KiB of stack, and tells what it said.
private func onSmallStack(_ body: @escaping @Sendable () -> Bool) -> Bool {
  let done = DispatchSemaphore(value: 0)
  let answer = Answer()
  let thread = Thread {
    answer.value.withLock { $0 = body() }
    done.signal()
  }
  thread.stackSize = 512 * 1024
  thread.start()
  done.wait()
  return answer.value.withLock { $0 }
}

private final class Answer: Sendable {
  let value = Mutex(false)
}
