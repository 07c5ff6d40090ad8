import Glibc

/// Looks through the writable memory of this process for a canary.
///
/// The canary is kept with its bits turned around, and turned back one byte at a time while comparing, so
/// that looking leaves no copy.
enum MemoryScan {
    static let length = 24

    /// Printable ASCII from a random start, bits turned around.
    static func canary() -> UnsafeMutableBufferPointer<UInt8> {
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: length)
        for index in 0..<length { bytes[index] = UInt8.random(in: UInt8(ascii: "A")...UInt8(ascii: "Z")) ^ 0xFF }
        return bytes
    }

    /// How often the canary stands in memory with one byte in every `stride`.
    static func copies(of canary: UnsafeMutableBufferPointer<UInt8>, stride: Int) -> Int {
        let memory = open("/proc/self/mem", O_RDONLY)
        guard memory >= 0 else { return 0 }
        defer { close(memory) }
        let size = 1 << 20
        let overlap = canary.count * stride
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        defer { buffer.deallocate() }
        let own = UInt(bitPattern: buffer)
        var found = 0
        for (start, end) in regions() {
            var position = start
            while position < end {
                let count = pread(memory, buffer, min(size, Int(end - position)), Int(position))
                guard count > 0 else { break }
                var offset = 0
                while let hit = memchr(buffer + offset, Int32(canary[0] ^ 0xFF), count - offset) {
                    offset = buffer.distance(to: hit.assumingMemoryBound(to: UInt8.self))
                    let address = position + UInt(offset)
                    if address < own || address >= own + UInt(size), matches(canary, buffer, offset, count, stride) {
                        found += 1
                    }
                    offset += 1
                }
                guard count == size else { break }
                position += UInt(size - overlap)
            }
        }
        buffer.initialize(repeating: 0, count: size)
        return found
    }

    private static func matches(
        _ canary: UnsafeMutableBufferPointer<UInt8>, _ buffer: UnsafeMutablePointer<UInt8>, _ offset: Int, _ count: Int,
        _ stride: Int
    ) -> Bool {
        guard offset + (canary.count - 1) * stride < count else { return false }
        for index in 0..<canary.count where buffer[offset + index * stride] ^ 0xFF != canary[index] { return false }
        return true
    }

    /// The writable regions of /proc/self/maps.
    private static func regions() -> [(UInt, UInt)] {
        guard let file = fopen("/proc/self/maps", "r") else { return [] }
        defer { fclose(file) }
        var regions: [(UInt, UInt)] = []
        var line = [CChar](repeating: 0, count: 1024)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let words = text.split(separator: " ")
            guard words.count > 1, words[1].hasPrefix("rw"), !text.contains("[vvar]") else { continue }
            let bounds = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            if bounds.count == 2 { regions.append((bounds[0], bounds[1])) }
        }
        return regions
    }
}
