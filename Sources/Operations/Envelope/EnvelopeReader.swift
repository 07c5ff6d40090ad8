/// Reads the parts of an envelope in their order, and names the place where one is missing.
final class EnvelopeReader {
    private let source: any EnvelopeSource
    private(set) var offset = 0

    init(_ source: any EnvelopeSource) { self.source = source }

    /// At most `count` bytes; fewer at the end of the file.
    func upTo(_ count: Int) throws(OperationFailure) -> [UInt8] {
        var failure: OperationFailure?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, used in
            do throws(OperationFailure) {
                used = try source.read(into: UnsafeMutableRawBufferPointer(room))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        offset += bytes.count
        return bytes
    }

    /// Exactly `count` bytes.
    func exactly(_ count: Int) throws(OperationFailure) -> [UInt8] {
        let bytes = try upTo(count)
        guard bytes.count == count else { throw malformed("ends in the middle: it was cut short") }
        return bytes
    }

    /// A number of two or four bytes, the most significant first.
    func number(bytes count: Int) throws(OperationFailure) -> Int {
        try exactly(count).reduce(0) { $0 << 8 | Int($1) }
    }

    /// A text behind its length in two bytes.
    func text() throws(OperationFailure) -> String {
        let bytes = try exactly(number(bytes: 2))
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw malformed("has a name that is no UTF-8")
        }
        return text
    }

    func malformed(_ what: String) -> OperationFailure {
        OperationFailure(.badInput, "the envelope \(what) (at byte \(offset))")
    }
}

/// Writes the numbers of an envelope, the most significant byte first.
enum BigEndian {
    static func bytes(_ number: Int, count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
