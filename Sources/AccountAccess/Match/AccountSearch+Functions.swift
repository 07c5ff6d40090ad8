import AWSClient
import AWSServices
import Inventory
import Operations

extension AccountSearch {
    /// $LATEST and every published version of each function, by one call a function (and fifty versions).
    func functions(_ names: [String], _ matcher: LeakMatcher) async -> MatchResult {
        let region = region
        let calls = calls
        var result = await each(names, named: { Reference.function(name: $0).text }) { name throws(OperationFailure) in
            typealias Hit = (name: String, hit: LeakMatcher.Hit)?
            let operation = Lambda.ListVersionsByFunction<Hit>(function: name) { variable, value in
                matcher.hit(value).map { (variable, $0) }
            }
            var part = MatchResult()
            var pages = AnswerPages(operation, on: calls)
            do throws(AWSError) {
                while let page = try await pages.next() {
                    part.reads += 1
                    for version in page.versions {
                        let qualifier = version.version.flatMap { $0 == "$LATEST" ? nil : $0 }
                        if let problem = version.environment.error {
                            part.coverage.undecryptable.append(
                                Reference.function(name: name, qualifier: qualifier).text + ": "
                                    + Cleaned.text(problem))
                        }
                        for (variable, hit) in version.environment.variables.compactMap(\.self) {
                            part.found.append(
                                MatchPlace(
                                    reference: .variable(function: name, qualifier: qualifier, name: variable),
                                    place: "variable of \(qualifier.map { "version " + $0 } ?? "$LATEST")"
                                        + (hit.pointer.map { ", field \($0)" } ?? ""), form: hit.form,
                                    region: region, version: qualifier ?? "$LATEST", requestID: ""))
                        }
                    }
                }
            } catch {
                throw OperationFailure(error, cannot: "read the variables of \(name)")
            }
            return part
        }
        if !names.isEmpty { result.coverage.searched.append("\(region): \(names.count) functions, every version") }
        return result
    }
}
