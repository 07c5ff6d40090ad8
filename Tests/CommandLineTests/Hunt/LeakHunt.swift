import Glibc

/// A canary that was found where it must not be.
struct Leak: Hashable, Sendable, CustomStringConvertible {
    let canary: String
    let form: LeakForm
    /// `standard output`, a file's path, `argument of a child`.
    let channel: String

    var description: String { "\(canary) as \(form.rawValue) in \(channel)" }
}

/// Searches bytes for canaries in every form.
struct LeakHunt: Sendable {
    private struct Needle: Sendable {
        let canary: String
        let form: LeakForm
        let bytes: [UInt8]
    }

    private typealias Search =
        @convention(c) (UnsafeRawPointer?, Int, UnsafeRawPointer?, Int) -> UnsafeMutableRawPointer?

    /// memmem(3), which the C library has and Swift's view of it leaves out.
    private static let memmem = unsafeBitCast(dlsym(nil, "memmem"), to: Search.self)

    private let needles: [Needle]
    private let pieces: [Needle]

    init(_ canaries: [Canary]) {
        needles = canaries.flatMap { canary in
            LeakForm.allCases.flatMap { form in
                canary.pieces.flatMap(form.needles).map { Needle(canary: canary.name, form: form, bytes: $0) }
            }
        }
        pieces = canaries.flatMap { canary in
            canary.pieces.map { Needle(canary: canary.name, form: .cells, bytes: $0) }
        }
    }

    func search(_ bytes: [UInt8], channel: String) -> Set<Leak> {
        bytes.withUnsafeBytes { search($0, channel: channel) }
    }

    func search(_ bytes: UnsafeRawBufferPointer, channel: String) -> Set<Leak> {
        guard let base = bytes.baseAddress else { return [] }
        var found: Set<Leak> = []
        for needle in needles
        where needle.bytes.withUnsafeBytes({ Self.memmem(base, bytes.count, $0.baseAddress, $0.count) }) != nil {
            found.insert(Leak(canary: needle.canary, form: needle.form, channel: channel))
        }
        for piece in pieces where isInCells(piece.bytes, bytes) {
            found.insert(Leak(canary: piece.canary, form: .cells, channel: channel))
        }
        return found
    }

    /// The corresponding C function is memchr, for the first letter.
    private func isInCells(_ piece: [UInt8], _ bytes: UnsafeRawBufferPointer) -> Bool {
        let length = (piece.count - 1) * LeakForm.cellStride + 1
        guard let base = bytes.baseAddress, bytes.count >= length else { return false }
        var at = 0
        let last = bytes.count - length
        while at <= last, let hit = memchr(base + at, Int32(piece[0]), last - at + 1) {
            at = UnsafeRawPointer(hit) - base
            if piece.indices.allSatisfy({ bytes[at + $0 * LeakForm.cellStride] == piece[$0] }) { return true }
            at += 1
        }
        return false
    }
}
