import AuditTrail
import Inventory
import SensitiveMemory

/// Finds every place with a leaked value, and shows none.
///
/// The order: the rules; the lists of names; the number of reads told; the request on the disk; only then the reads;
/// then a record for each place. The leaked text is wiped at the end, whatever happens.
public struct Match: Sendable {
    private let regions: [any ValueSearching]
    private let audit: any AuditRecording
    private let fingerprints: FingerprintKey
    private let policy: RevealPolicy

    public init(
        regions: [any ValueSearching], audit: any AuditRecording, fingerprints: FingerprintKey, policy: RevealPolicy
    ) {
        self.regions = regions
        self.audit = audit
        self.fingerprints = fingerprints
        self.policy = policy
    }

    /// - Parameters:
    ///   - otherRegions: enabled regions that are not searched; nil if nobody could say which there are.
    ///   - announce: told how many value-reading calls will be made, before the first.
    public func callAsFunction(
        _ leak: LeakedText, note: String, otherRegions: [String]?, mode: AccessMode = AccessMode(),
        as context: AuditContext, announce: @Sendable (Int) -> Void
    ) async throws(OperationFailure) -> MatchResult {
        defer { leak.wipe() }
        try policy.check("search for a value", note: note, incident: context.incident, mode: mode)
        var scopes: [MatchScope] = []
        for region in regions { scopes.append(await region.scope()) }
        announce(scopes.reduce(0) { $0 + $1.reads })
        let fingerprint = leak.candidates.first?.bytes.withUnsafeBytes { fingerprints.fingerprint(of: $0) }
        try audit.append(
            AuditRecord(.matchRequested, .pending, context: context, note: note, fingerprint: fingerprint),
            consequence: "no value was read")
        var result = MatchResult()
        result.formats = leak.formats
        result.accessKeyIDs = leak.accessKeyIDs
        let matcher = LeakMatcher(leak)
        for (region, scope) in zip(regions, scopes) {
            result.add(await region.search(scope, with: matcher))
        }
        if Task.isCancelled { result.coverage.notSearched.append("the rest: interrupted") }
        switch otherRegions {
        case let others?: result.coverage.notSearched += others.map { "region \($0)" }
        case nil: result.coverage.notSearched.append("other regions: which are enabled cannot be told")
        }
        for place in result.found {
            try audit.append(
                AuditRecord(
                    .matchDone, .done, context: context, reference: place.reference.text, version: place.version,
                    requestID: place.requestID, fingerprint: fingerprint),
                consequence: "the outcome is not told")
        }
        if result.found.isEmpty {
            try audit.append(
                AuditRecord(
                    .matchDone, AuditOutcome(rawValue: result.coverage.isWhole ? "none" : "noneFoundIncomplete"),
                    context: context, fingerprint: fingerprint), consequence: "the outcome is not told")
        }
        return result
    }
}
