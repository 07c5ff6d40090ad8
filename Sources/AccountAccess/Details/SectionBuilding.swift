import AWSClient
import AWSServices
import FoundationEssentials
import Inventory
import Operations

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

    func line(_ label: String, _ text: String, link: Reference? = nil) -> Line {
        Line(label: Cleaned.text(label), text: Cleaned.text(text), link: link)
    }

    /// What an ARN names, if it is a thing that can be followed.
    func link(_ arn: String?) -> Reference? { arn.flatMap(AmazonResourceName.init).flatMap(Reference.init) }

    /// `2026-11-24T04:00:00Z`
    func time(_ date: Date?) -> String? { date.map { $0.formatted(.iso8601) } }

    /// That there is a policy, and how many statements it has; its text is for another screen.
    func policyLines(_ policy: String?) -> [Line] {
        guard let words = policy.flatMap(PolicyStatements.words) else { return [] }
        return [line("policy", words)]
    }
}
