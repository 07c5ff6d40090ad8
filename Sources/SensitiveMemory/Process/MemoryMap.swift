/// What the kernel says of the process's pages: `/proc/self/smaps`, see proc(5).
struct MemoryMap: Equatable {
    /// A run of pages with the same properties.
    struct Area: Equatable {
        var addresses: Range<UInt>
        /// The two-letter flags of the line `VmFlags`: `lo` locked, `dd` left out of core files, `wf` empty after fork.
        var flags: Set<String>
    }

    let areas: [Area]

    /// The map of this process; nil if `/proc` is not there.
    static func ofThisProcess() -> MemoryMap? { SystemFile.text("/proc/self/smaps").map(MemoryMap.init(smaps:)) }

    /// Reads the text of an smaps file; lines that it does not know are passed over.
    init(smaps: String) {
        var areas: [Area] = []
        for line in smaps.split(separator: "\n") {
            if let addresses = Self.addresses(line) {
                areas.append(Area(addresses: addresses, flags: []))
            } else if line.hasPrefix("VmFlags:"), !areas.isEmpty {
                areas[areas.count - 1].flags = Set(line.split(separator: " ").dropFirst().map(String.init))
            }
        }
        self.areas = areas
    }

    /// How many bytes of the range lie in areas that have the flag.
    func bytes(of range: Range<UInt>, with flag: String) -> Int {
        areas.filter { $0.flags.contains(flag) }.reduce(0) { $0 + $1.addresses.clamped(to: range).count }
    }

    /// `7f1c2e000000-7f1c2e021000 rw-p …`
    private static func addresses(_ line: Substring) -> Range<UInt>? {
        let ends = line.prefix { $0 != " " }.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let start = UInt(ends[0], radix: 16), let end = UInt(ends[1], radix: 16) else {
            return nil
        }
        return start <= end ? start..<end : nil
    }
}
