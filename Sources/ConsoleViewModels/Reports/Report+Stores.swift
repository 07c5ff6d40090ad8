import Inventory
import TerminalCanvas

/// A secret where it lives now, and what is known of it without its value.
struct StoredPlace: Sendable, Equatable {
    let reference: Reference
    let store: SecretStore
    let answers: AdviceAnswers
    /// Where each answer comes from, in words.
    let known: [String]
}

/// The four stores beside each other by the five dimensions, with a secret placed in its own.
extension Report {
    static func stores(_ place: StoredPlace?) -> Report {
        guard let place else { return Report([]) }
        let advice = Advice(place.answers, name: place.reference.shortName)
        let verdicts = SecretStore.allCases.compactMap { store in advice.verdicts.first { $0.store == store } }
        func row(_ name: String, _ words: (StoreVerdict) -> String) -> Line {
            Line(
                [.text(name, .title)]
                    + verdicts.map { verdict in
                        .text(
                            words(verdict),
                            verdict.store == advice.store ? .ok : verdict.store == place.store ? .text : .muted)
                    })
        }
        let table = [
            row("") { verdict in
                [verdict.store == place.store ? "it is here" : "", verdict.store == advice.store ? "advised" : ""]
                    .filter { !$0.isEmpty }.joined(separator: ", ")
            }, row("ease") { $0.ease }, row("cost") { "\(Dollars.text($0.month)) a month" }, row("audit") { $0.audit },
            row("rotation") { $0.rotation }, row("capability") { $0.capability },
            row("against it") { $0.against.isEmpty ? "-" : $0.against.joined(separator: "; ") }
        ]
        func words(_ title: String, _ words: [String], _ role: StyleRole = .text) -> Section {
            Section(title, lines: words.map { Line([.text($0, role)], isProse: true) })
        }
        let against = verdicts.first { $0.store == place.store }?.against ?? []
        let head =
            place.store == advice.store
            ? "It is where it should be: \(advice.choice)." : "It would be better as \(advice.choice)."
        return Report(
            [
                Section(
                    "",
                    lines: [
                        Line(
                            [.text(head, place.store == advice.store ? .ok : .stale)], link: .thing(place.reference),
                            isProse: true)
                    ]), Section("The four stores", heads: [""] + verdicts.map(\.store.title), lines: table),
                words("Against where it is", against, .stale), words("Because", advice.reasons),
                words("Look out", advice.cautions), words("What was taken for granted", place.known, .muted)
            ].filter { !$0.lines.isEmpty })
    }
}
