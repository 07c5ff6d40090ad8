import AWSClient
import AWSServices
import Inventory
import Operations
import SensitiveMemory

extension AccountSearch {
    /// The current values ten a call, and the older versions of those that have some.
    func parameters(_ parameters: [MatchScope.Parameter], _ matcher: LeakMatcher) async -> MatchResult {
        guard !parameters.isEmpty else { return MatchResult() }
        var batches: [[String]] = []
        for start in stride(from: 0, to: parameters.count, by: MatchScope.batch) {
            batches.append(parameters[start..<min(start + MatchScope.batch, parameters.count)].map(\.name))
        }
        let region = region
        let calls = calls
        let current = await each(batches, named: { $0.joined(separator: ", ") }) { names throws(OperationFailure) in
            do throws(AWSError) {
                return try await Self.values(names, calls, region, matcher)
            } catch {
                // One that is denied or cannot be decrypted fails all ten: each alone tells which.
                guard error.kind == .denied || error.kind == .invalidRequest, names.count > 1 else {
                    throw OperationFailure(error, cannot: "read \(names.joined(separator: ", "))")
                }
            }
            var part = MatchResult()
            part.reads = 1
            for name in names {
                do throws(AWSError) {
                    let single = try await Self.values([name], calls, region, matcher)
                    part.found += single.found
                    part.reads += single.reads
                    part.coverage.add(single.coverage)
                } catch {
                    part.reads += 1
                    part.coverage.add(
                        OperationFailure(error, cannot: "read \(name)"), for: Reference.parameter(name: name).text)
                }
            }
            return part
        }
        let older = await each(
            parameters.filter { ($0.version ?? 1) > 1 }.map(\.name),
            named: { "older versions of " + Reference.parameter(name: $0).text }
        ) { name throws(OperationFailure) in
            do throws(AWSError) { return try await Self.history(name, calls, region, matcher) } catch {
                throw OperationFailure(error, cannot: "read the history of \(name)")
            }
        }
        var result = current
        result.found += older.found.filter { place in
            !current.found.contains { $0.reference == place.reference || Self.isCurrent(place, $0) }
        }
        result.reads += older.reads
        result.coverage.add(older.coverage)
        result.coverage.searched.append("\(region): \(parameters.count) parameters, every version")
        return result
    }

    /// Whether the older place is the current version, which was found under the bare name.
    private static func isCurrent(_ older: MatchPlace, _ current: MatchPlace) -> Bool {
        guard case .parameter(let one, _) = older.reference, case .parameter(let two, _) = current.reference else {
            return false
        }
        return one == two && older.version == current.version
    }

    private static func values(
        _ names: [String], _ calls: any AWSCalling, _ region: String, _ matcher: LeakMatcher
    ) async throws(AWSError) -> MatchResult {
        let answer = try await calls.answer(to: ParameterStore.GetParameters(names: names))
        var part = MatchResult()
        part.reads = 1
        part.coverage.notSearched += answer.output.invalid.map { Reference.parameter(name: $0).text + ": it is gone" }
        for value in answer.output.values {
            let reference = Reference.parameter(name: value.name)
            guard let hit = Self.hit(value.value, reference, matcher, &part) else { continue }
            part.found.append(
                MatchPlace(
                    reference: reference, place: Self.place(value.version, hit), form: hit.form, region: region,
                    version: value.version.map(String.init), requestID: answer.requestID))
        }
        return part
    }

    private static func history(
        _ name: String, _ calls: any AWSCalling, _ region: String, _ matcher: LeakMatcher
    ) async throws(AWSError) -> MatchResult {
        var part = MatchResult()
        var pages = AnswerPages(ParameterStore.GetParameterHistoryValues(name: name), on: calls)
        while let page = try await pages.next() {
            part.reads += 1
            for value in page.values {
                let reference = Reference.parameter(name: name, selector: value.version.map(String.init))
                guard let hit = Self.hit(value.value, reference, matcher, &part) else { continue }
                part.found.append(
                    MatchPlace(
                        reference: reference, place: Self.place(value.version, hit), form: hit.form, region: region,
                        version: value.version.map(String.init), requestID: ""))
            }
        }
        return part
    }

    /// Looks at a value once and wipes it.
    static func hit(
        _ value: Result<SecretBytes, any Error>, _ reference: Reference, _ matcher: LeakMatcher,
        _ part: inout MatchResult
    ) -> LeakMatcher.Hit? {
        switch value {
        case .success(let bytes):
            defer { bytes.wipe() }
            return bytes.withUnsafeBytes(matcher.hit)
        case .failure:
            part.coverage.notSearched.append("\(reference): no locked memory was left for it")
            return nil
        }
    }

    private static func place(_ version: Int?, _ hit: LeakMatcher.Hit) -> String {
        "parameter" + (version.map { ", version \($0)" } ?? "") + (hit.pointer.map { ", field \($0)" } ?? "")
    }
}
