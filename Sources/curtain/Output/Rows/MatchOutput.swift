import Inventory
import Operations

/// Prints what a search found, what it covered, and what the issuers offer.
struct MatchOutput {
    private let session: Session

    init(_ session: Session) { self.session = session }

    func print(_ result: MatchResult) throws {
        if session.format() == .table {
            try session.print(lines: lines(result))
        } else {
            try session.print(fields: fields(result), name: result.found.map(\.reference.text).joined(separator: "\n"))
        }
    }

    private func fields(_ result: MatchResult) -> [Field] {
        let coverage = result.coverage
        return [
            Field(
                "found",
                .list(
                    result.found.map { place in
                        .object([
                            Field("ref", .text(place.reference.text)), Field("where", .text(place.place)),
                            Field("form", .text(place.form.rawValue)), Field("region", .text(place.region)),
                            Field("version", FieldValue(place.version))
                        ])
                    })),
            Field(
                "coverage",
                .object([
                    Field("searched", FieldValue(coverage.searched)), Field("denied", FieldValue(coverage.denied)),
                    Field("undecryptable", FieldValue(coverage.undecryptable)),
                    Field("notSearched", FieldValue(coverage.notSearched))
                ])), Field("reads", .number(result.reads)),
            Field(
                "formats",
                .list(
                    result.formats.map { format in
                        .object([
                            Field("format", .text(format.rawValue)), Field("issuer", .text(format.issuer)),
                            Field("revoke", .text(format.revoke)), Field("page", FieldValue(format.page))
                        ])
                    })), Field("accessKeys", FieldValue(result.accessKeyIDs))
        ]
    }

    private func lines(_ result: MatchResult) -> [String] {
        var lines = result.formats.flatMap { format in
            ["looks like \(format.words)", "  revoke: \(format.revoke)"] + (format.page.map { ["  \($0)"] } ?? [])
        }
        if result.found.isEmpty {
            lines.append(result.coverage.isWhole ? "not found" : "not found where it could be searched")
        }
        lines += result.found.map { "found: \($0.reference.text)  \($0.form.rawValue)  \($0.place)  \($0.region)" }
        lines += result.coverage.searched.map { "searched: \($0)" }
        lines += result.coverage.denied.map { "denied: \($0)" }
        lines += result.coverage.undecryptable.map { "cannot be decrypted: \($0)" }
        let regions = result.coverage.notSearched.filter { $0.hasPrefix("region ") }
        lines += result.coverage.notSearched.filter { !$0.hasPrefix("region ") }.map { "not searched: \($0)" }
        if !regions.isEmpty {
            lines.append("not searched: regions " + regions.map { String($0.dropFirst(7)) }.joined(separator: ", "))
        }
        lines.append("\(result.reads) value-reading calls")
        return lines
    }
}
