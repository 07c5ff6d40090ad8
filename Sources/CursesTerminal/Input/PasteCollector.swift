/// Gathers what stands between the marks of a bracketed paste.
struct PasteCollector {
    /// Longer than any value that AWS takes; what is beyond is dropped.
    static let limit = 1 << 20

    private(set) var isOpen = false
    private var bytes: [UInt8] = []

    mutating func open() {
        isOpen = true
        bytes.removeAll(keepingCapacity: false)
    }

    mutating func take(_ character: UInt32) {
        guard bytes.count < PasteCollector.limit, let scalar = Unicode.Scalar(character) else { return }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// What was pasted.
    mutating func close() -> [UInt8] {
        isOpen = false
        defer { bytes = [] }
        return bytes
    }
}
