import AWSClient
import AWSServices
import Inventory
import Operations

/// The list of keys: ids and aliases side by side; the rest is a call or two a key.
struct KeyList: Sendable {
    let calls: any AWSCalling
    let region: String

    /// Ids with their aliases. When the aliases cannot be listed the keys still come, and `problem` is told.
    func pages(problem: @escaping (OperationFailure) -> Void) -> RowPages {
        var keys = AnswerPages(KMS.ListKeys(), on: calls)
        var names: [String: [String]]?
        return RowPages { () async throws(OperationFailure) in
            let isFirst = names == nil
            async let listed = isFirst ? aliases() : nil
            let page: KMS.ListKeys.Output?
            do throws(AWSError) { page = try await keys.next() } catch {
                throw OperationFailure(error, cannot: "list keys")
            }
            switch await listed {
            case .success(let aliases)?: names = aliases
            case .failure(let failure)?:
                names = [:]
                problem(failure)
            case nil: break
            }
            return page?.keys.map { .key(KeyRow(id: $0.id, arn: $0.arn, aliases: names?[$0.id] ?? [], region: region)) }
        }
    }

    /// The row with what DescribeKey tells, and for a key of the account's own whether it rotates. A key of AWS's is
    /// described too.
    func detailed(_ row: KeyRow) async throws(OperationFailure) -> KeyRow {
        guard case .key(let id) = row.common.reference else { return row }
        do throws(AWSError) {
            let metadata = try await calls.perform(KMS.DescribeKey(keyID: id))
            return row.described(metadata, rotation: try await rotation(of: metadata))
        } catch {
            throw OperationFailure(error, cannot: "describe key \(row.common.name)")
        }
    }

    /// Whether the key rotates; nil for those that cannot or of which it cannot be asked.
    func rotation(of metadata: KMS.DescribeKey.Metadata) async throws(AWSError) -> KeyRow.Rotation? {
        guard metadata.manager == "CUSTOMER", metadata.origin == "AWS_KMS",
            metadata.spec == nil || metadata.spec == "SYMMETRIC_DEFAULT",
            metadata.state == "Enabled" || metadata.state == "Disabled"
        else { return nil }
        do throws(AWSError) {
            return KeyRow.Rotation(try await calls.perform(KMS.GetKeyRotationStatus(keyID: metadata.id)))
        } catch {
            switch error.kind {
            case .denied, .invalidRequest: return nil
            case .noCredentials, .noRegion, .configuration, .expiredCredentials, .rejectedCredentials, .readOnly,
                .notFound, .throttled, .conflict, .unreachable, .plainEndpoint, .malformedAnswer, .serviceFault,
                .ambiguous, .cancelled:
                throw error
            }
        }
    }

    /// The aliases of each key, sorted.
    private func aliases() async -> Result<[String: [String]], OperationFailure> {
        var aliases: [String: [String]] = [:]
        var pages = AnswerPages(KMS.ListAliases(), on: calls)
        do throws(AWSError) {
            while let page = try await pages.next() {
                for alias in page.aliases {
                    if let key = alias.targetKeyID { aliases[key, default: []].append(alias.name) }
                }
            }
            return .success(aliases.mapValues { $0.sorted() })
        } catch {
            return .failure(OperationFailure(error, cannot: "list the aliases of keys"))
        }
    }
}
