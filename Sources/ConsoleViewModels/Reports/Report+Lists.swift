import FoundationEssentials
import Inventory
import TerminalCanvas

/// The reports that the lists answer.
extension Report {
    /// More lines than this are counted, not shown.
    static let lineLimit = 2_000

    /// Panel 3: each pulse that beats, and the calls that failed.
    static func pulses(surveys: [Survey], log: CommandLogModel) -> Report {
        let beating = surveys.flatMap { survey in
            Pulse.allCases.filter { $0.kinds.contains(survey.kind) && survey.count(of: $0) > 0 }.map { pulse in
                Line(
                    [
                        .text(pulse.word, pulse.role), .bar(survey.count(of: pulse), of: survey.total, pulse.role),
                        .text(String(survey.count(of: pulse)))
                    ], link: .report(.pulse(pulse)))
            }
        }
        let calls = [("throttled", log.throttled, StyleRole.stale), ("refused", log.failed, .failed)]
            .filter { $0.1 > 0 }
            .map { word, count, role in
                Line([.text(word, role), .bar(count, of: log.total, role), .text(String(count))])
            }
        let quiet = surveys.isEmpty ? [] : [Line([.text("nothing needs a look", .ok)])]
        let lines = beating + calls
        return Report([Section("", lines: lines.isEmpty ? quiet : lines)])
    }

    /// The rows that a pulse counts.
    static func rows(with pulse: Pulse, lists: [ListModel], equals: EqualValues, wall: Double) -> Report {
        table(lists.filter { pulse.kinds.contains($0.kind) }, wall: wall) { row in
            pulse.applies(to: row, equals: equals, wall: wall)
        }
    }

    /// What may hold a secret and has not changed for so many days, the oldest first.
    static func stale(days: Int, lists: [ListModel], wall: Double) -> Report {
        let limit = wall - 86_400 * Double(days)
        return table(lists, wall: wall) { row in
            row.secretChanged.map { $0.timeIntervalSince1970 <= limit } ?? false
        }
    }

    private static func table(_ lists: [ListModel], wall: Double, where passes: (ResourceRow) -> Bool) -> Report {
        Report(
            lists.compactMap { list in
                let rows = list.rows.filter(passes).sorted {
                    ($0.secretChanged ?? .distantPast) < ($1.secretChanged ?? .distantPast)
                }
                guard !rows.isEmpty else { return nil }
                let columns: [ListColumn] = [.name, .modified, .state, .type, .rotation, .flags]
                    .filter { ListColumn.columns(of: list.kind, wide: false).contains($0) }
                let lines = rows.prefix(lineLimit).map { row in
                    Line(
                        columns.map { column in
                            let cell = column.cell(of: row, wall: wall)
                            return .text(cell.text, cell.role)
                        }, link: .thing(row.common.reference))
                }
                return Section(
                    "\(list.kind.plural) (\(rows.count))", heads: columns.map(\.rawValue),
                    lines: lines + rest(rows.count))
            })
    }

    private static func rest(_ count: Int) -> [Line] {
        count > lineLimit ? [Line([.text("and \(count - lineLimit) more", .muted)])] : []
    }

    /// Groups of variables that hold one value.
    static func duplicates(_ equals: EqualValues) -> Report {
        let groups = equals.groups
        return Report(
            groups.prefix(lineLimit / 10).enumerated().map { index, references in
                Section(
                    "value \(index + 1), in \(references.count) places",
                    lines: references.prefix(lineLimit).map { Line([.text($0.text, .link)], link: .thing($0)) }
                        + rest(references.count))
            })
    }
}

extension ResourceRow {
    /// When the secret that the row holds last changed, as far as its list tells; nil if it holds none.
    var secretChanged: Date? {
        switch self {
        case .function(let row): row.literalCount > 0 ? row.common.modified : nil
        case .parameter(let row): row.type == "SecureString" ? row.common.modified : nil
        case .secret(let row): row.rotation.last ?? row.common.modified
        case .key: nil
        }
    }
}
