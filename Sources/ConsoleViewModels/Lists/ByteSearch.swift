import Glibc

/// Finds bytes in bytes, eight places at a time: the first and the last byte of the needle are looked for together,
/// and only where both fit is the rest compared.
enum ByteSearch {
    /// The first place in `from..<to` at which the needle stands whole; nil if it stands nowhere.
    static func first(
        _ needle: UnsafeBufferPointer<UInt8>, in hay: UnsafeRawBufferPointer, from: Int, to: Int
    ) -> Int? {
        guard let base = hay.baseAddress, let head = needle.baseAddress, !needle.isEmpty, from < to else { return nil }
        let reach = needle.count - 1
        // One past the last place at which it can begin.
        let end = to - reach
        let first = UInt64(head[0]) &* 0x0101_0101_0101_0101
        let last = UInt64(head[reach]) &* 0x0101_0101_0101_0101
        var place = from
        while place + 8 <= end {
            let left = base.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ first
            let right = base.loadUnaligned(fromByteOffset: place + reach, as: UInt64.self) ^ last
            let hits = zeroBytes(left | right)
            if hits != 0 {
                // A carry can mark a byte too many, never one too few.
                for offset in 0..<8 where memcmp(base + place + offset, head, needle.count) == 0 {
                    return place + offset
                }
            }
            place += 8
        }
        while place < end {
            if memcmp(base + place, head, needle.count) == 0 { return place }
            place += 1
        }
        return nil
    }

    /// High bits of the bytes that are 0 (H. S. Warren, "Hacker's Delight", 6-1).
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
}
