import Glibc

/// The memory of another process, pages that are left out of core files among it. Needs root.
enum ProcessMemory {
    /// Searches every writable part of the process's memory.
    static func search(_ process: pid_t, with hunt: LeakHunt) throws -> Set<Leak> {
        let memory = open("/proc/\(process)/mem", O_RDONLY)
        guard memory >= 0 else { throw NotReadable(process: process, errno: errno) }
        defer { close(memory) }
        var found: Set<Leak> = []
        let size = 4 << 20
        let overlap = 2048
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
        defer { room.deallocate() }
        for (range, name) in writable(process) {
            var at = range.lowerBound
            while at < range.upperBound {
                let count = pread(memory, room.baseAddress, min(size, Int(range.upperBound - at)), off_t(at))
                guard count > 0 else { break }
                found.formUnion(
                    hunt.search(UnsafeRawBufferPointer(rebasing: room[..<count]), channel: "memory \(name)"))
                guard count == size else { break }
                at += UInt64(size - overlap)
            }
        }
        return found
    }

    /// The process and everything below it.
    static func tree(of process: pid_t) -> [pid_t] {
        let children = text("/proc/\(process)/task/\(process)/children").split(separator: " ").compactMap { pid_t($0) }
        return [process] + children.flatMap(tree)
    }

    struct NotReadable: Error {
        let process: pid_t
        let errno: Int32
    }

    /// A file of the kernel's has no size and comes in pieces: it is read to its end.
    private static func text(_ path: String) -> String {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while case let count = read(descriptor, &chunk, chunk.count), count > 0 { bytes += chunk.prefix(count) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func writable(_ process: pid_t) -> [(Range<UInt64>, String)] {
        text("/proc/\(process)/maps").split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count >= 5, words[1].hasPrefix("rw") else { return nil }
            let ends = words[0].split(separator: "-").compactMap { UInt64($0, radix: 16) }
            return ends.count == 2 ? (ends[0]..<ends[1], words.count > 5 ? String(words[5]) : "unnamed") : nil
        }
    }
}
