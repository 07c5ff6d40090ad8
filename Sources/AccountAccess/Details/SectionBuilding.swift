import AWSClient
import AWSServices
import FoundationEssentials
import Inventory
import Operations
import StrictJSON

extension DetailLoader {
    typealias Section = ResourceDetail.Section
    typealias Line = ResourceDetail.Line

    /// A section from a call of its own. Its failure stays in the section; `empty` is what the codes mean that only
    /// say that there is nothing.
    func section(
        _ title: String, nothing codes: Set<String> = [], empty: [Line] = [],
        _ lines: () async throws(AWSError) -> [Line]
    ) async -> Section {
        do throws(AWSError) {
            return Section(title: title, lines: try await lines())
        } catch {
            if codes.contains(error.code) { return Section(title: title, lines: empty) }
            let failure = OperationFailure(error, cannot: "tell the \(title.lowercased())")
            let origin = [failure.code, failure.requestID.isEmpty ? "" : "request \(failure.requestID)"]
                .filter { !$0.isEmpty }.joined(separator: ", ")
            return Section(
                title: title, lines: [], problem: failure.message + (origin.isEmpty ? "" : " (\(origin))"))
        }
    }

    /// Every item of all pages.
    func all<Operation: PagedOperation, Item>(
        _ operation: Operation, _ items: (Operation.Output) -> [Item]
    ) async throws(AWSError) -> [Item] {
        var pages = AnswerPages(operation, on: calls)
        return try await pages.all().flatMap(items)
    }

    /// Lines for what is known, none for what is nil.
    func lines(_ facts: [(label: String, text: String?, link: Reference?)]) -> [Line] {
        facts.compactMap { fact in fact.text.map { line(fact.label, $0, link: fact.link) } }
    }

    func line(_ label: String, _ text: String, link: Reference? = nil, tone: Line.Tone = .plain) -> Line {
        Line(label: Cleaned.text(label), text: Cleaned.text(text), link: link, tone: tone)
    }

    /// What an ARN names, if it is a thing that can be followed.
    func link(_ arn: String?) -> Reference? { arn.flatMap(AmazonResourceName.init).flatMap(Reference.init) }

    /// `2026-11-24T04:00:00Z`
    func time(_ date: Date?) -> String? { date.map { $0.formatted(.iso8601) } }

    /// A policy in words, a line a statement.
    ///
    /// - Parameter own: the ARN that it belongs to.
    func policyLines(_ policy: String?, own: String? = nil) -> [Line] {
        guard let policy else { return [] }
        do throws(JSONError) {
            return try PolicyWords.statements(of: policy, own: own).map { statement in
                line(
                    statement.effect, statement.words + (statement.isOpen ? " (without a condition)" : ""),
                    tone: statement.isOpen ? .bad : .plain)
            }
        } catch {
            return [line("policy", "present, but it is not JSON", tone: .attention)]
        }
    }
}
