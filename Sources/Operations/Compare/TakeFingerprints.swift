import AuditTrail
import Inventory
import SensitiveMemory
import StrictJSON

/// Takes the fingerprints of stored values, so that copies can be found among variables. Shows nothing.
///
/// The order is that of `Reveal`: the rules, a record for each value on the disk, only then its fetch, then its
/// outcome. Each value is held for the length of its own fingerprinting and wiped.
public struct TakeFingerprints: Sendable {
    private let store: AuditedStore

    public init(_ store: AuditedStore) { self.store = store }

    /// What was found of one reference: its fingerprints, or why it could not be read.
    public struct Outcome: Sendable {
        public let reference: Reference
        public let result: Result<[StoredFingerprint], OperationFailure>
        /// The limit of which the value takes nine tenths or more.
        public let nearLimit: AWSFact?

        init(
            _ reference: Reference, _ result: Result<[StoredFingerprint], OperationFailure>, nearLimit: AWSFact? = nil
        ) {
            self.reference = reference
            self.result = result
            self.nearLimit = nearLimit
        }
    }

    /// Reads each value once: the whole and, of a JSON object, each of its fields that is a string.
    ///
    /// Where a value has a limit it is also told whether it is near, and no more of its length.
    ///
    /// - Throws: `denied` by the rules or without a note, `auditUnwritable`; a value that cannot be read is an outcome.
    public func callAsFunction(
        _ values: [StoredVersion], note: String, mode: AccessMode = AccessMode(),
        as context: AuditContext
    ) async throws(OperationFailure) -> [Outcome] {
        try store.policy.check("compare values", note: note, incident: context.incident, mode: mode)
        var outcomes: [Outcome] = []
        for version in values {
            let reference = version.reference
            try reference.requireValue()
            try append(
                AuditRecord(.compareRequested, .pending, context: context, reference: reference.text, note: note))
            do throws(OperationFailure) {
                let value = try await store.values.value(of: reference.wholeValue)
                defer { value.bytes.wipe() }
                let whole = store.fingerprint(of: value.bytes)
                try append(
                    AuditRecord(
                        .compareDone, .done, context: context, reference: reference.text, version: value.version,
                        requestID: value.requestID, fingerprint: whole))
                let limit = version.limit.flatMap { limit in
                    LimitUse(limit, of: reference, used: value.bytes.count).isNear ? limit : nil
                }
                outcomes.append(
                    Outcome(
                        reference, .success(found(value, whole, reference, version.isCurrent)), nearLimit: limit))
            } catch {
                if error.kind == .auditUnwritable { throw error }
                let request = AuditRecord(.compareFailed, context: context, reference: reference.text)
                try append(request.failed(error, denied: .compareDenied, failed: .compareFailed))
                outcomes.append(Outcome(reference, .failure(error)))
            }
        }
        return outcomes
    }

    private func found(
        _ value: FetchedValue, _ whole: Fingerprint, _ reference: Reference, _ isCurrent: Bool
    ) -> [StoredFingerprint] {
        let source = reference.ofRow ?? reference
        let version = value.version ?? "?"
        var result = [
            StoredFingerprint(
                source: source, version: version, isCurrent: isCurrent, field: nil, fingerprint: whole)
        ]
        for (field, fingerprint) in value.bytes.withUnsafeBytes(fields) {
            result.append(
                StoredFingerprint(
                    source: source, version: version, isCurrent: isCurrent, field: field, fingerprint: fingerprint))
        }
        return result
    }

    /// The strings of a JSON object that are long enough to be no setting. Their names are part of the value: only a
    /// match ever tells one.
    private func fields(_ bytes: UnsafeRawBufferPointer) -> [(String, Fingerprint)] {
        let document: JSONDocument
        do throws(JSONError) { document = try JSONDocument(copying: bytes) } catch { return [] }
        return document.root.members.compactMap { key, value in
            guard let name = key.string, value.kind == .string, value.rawByteCount >= 6 else { return nil }
            return value.withDecodedBytes { ("/" + name, store.fingerprints.fingerprint(of: $0)) }
        }
    }

    private func append(_ record: AuditRecord) throws(OperationFailure) {
        try store.audit.append(record, consequence: "no more values are read")
    }
}
