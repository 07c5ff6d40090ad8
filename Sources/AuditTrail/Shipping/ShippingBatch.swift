import StateFiles

/// The next records to ship.
struct ShippingBatch {
    private(set) var bytes: [UInt8] = []
    /// The last of them.
    private(set) var mark: AuditHead
    /// Whether there are others than those that only tell of shipping.
    private(set) var tellsMore = false

    /// nil if there is nothing behind the mark. Throws `tampered` if the marked record is another one than was shipped,
    /// and `truncated` if it is gone.
    init?(behind mark: AuditHead, in folder: StateFolder) throws(AuditError) {
        self.mark = mark
        var number = 0
        var wrong: AuditError?
        var lines = 0
        scan: for part in try TrailSnapshot(of: folder).parts {
            if let last = part.last, last < mark.count {
                number = last
                continue
            }
            do throws(StateFilesError) {
                _ = try LineScanner(file: part.file, size: part.size).forEachLine { line, _ in
                    number += 1
                    if number == mark.count, AuditHash.hex(Array(line)) != mark.hash { wrong = .tampered(line: number) }
                    guard wrong == nil else { return false }
                    guard number > mark.count else { return true }
                    guard lines < AuditShipper.batchLines,
                        bytes.isEmpty || bytes.count + line.count < AuditShipper.batchBytes
                    else { return false }
                    take(Array(line), number)
                    lines += 1
                    return true
                }
            } catch {
                throw AuditError.files(error)
            }
            if wrong != nil || lines == AuditShipper.batchLines { break scan }
        }
        if let wrong { throw wrong }
        if number < mark.count { throw AuditError.truncated(found: number, expected: mark.count) }
        if bytes.isEmpty { return nil }
    }

    private mutating func take(_ line: [UInt8], _ number: Int) {
        let shipped = Array("\"event\":\"\(AuditEvent.auditShipped.rawValue)\"".utf8)
        if !line.prefix(200).contains(shipped) { tellsMore = true }
        bytes += line + [UInt8(ascii: "\n")]
        mark = AuditHead(count: number, hash: AuditHash.hex(line))
    }
}
