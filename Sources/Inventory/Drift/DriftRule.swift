/// Every way in which a function comes to run on an older value than its source. The one table from which rows, screens
/// and docs/drift.md are made.
public enum DriftRule: String, Sendable, CaseIterable {
    case resolvedBefore, copied, olderCopy, pinned, frozenVersion, warmExtension, warmCache, snapshot

    /// A few words for a heading.
    public var title: String {
        switch self {
        case .resolvedBefore: "Resolved before the source changed"
        case .copied: "A copy of an older version"
        case .olderCopy: "A copy of a value that is no longer stored"
        case .pinned: "Pinned to a version or label"
        case .frozenVersion: "Frozen in the version behind an alias"
        case .warmExtension: "The extension's cache may still hold it"
        case .warmCache: "A cache in the code may still hold it"
        case .snapshot: "A snapshot was taken before the source changed"
        }
    }

    /// What it means, and how it is found.
    public var meaning: String {
        switch self {
        case .resolvedBefore:
            "CloudFormation put the value in when the function was last deployed, by a dynamic reference or a template "
                + "parameter; the source has a newer version than that time. Found by times alone; with a note by "
                + "fingerprint, which also tells a source that changed to the same value."
        case .copied:
            "The variable's value equals a stored version that is not the current one. Found with a note only: the stored "
                + "versions are read, each on record before it is fetched."
        case .olderCopy:
            "The value is none of the stored versions, but stands in the same variable of another version of a function in "
                + "whose place such a version stood. Found with a note only, and likely rather than sure."
        case .pinned:
            "The variable or the template names a version or label that is not the current one. Whoever pinned it may have "
                + "meant it: the row says which version is current."
        case .frozenVersion:
            "$LATEST has the newer value, but an alias sends its traffic to a published version that was made before; its "
                + "environment is frozen."
        case .warmExtension:
            "The function reads through the Parameters and Secrets extension, whose cache holds a value for 300 seconds or what "
                + "its variables say. Only shown until that time is over."
        case .warmCache:
            "The function reads at run time. AWS's caching clients hold a value for an hour; a cache that the code has made "
                + "itself ends with its sandbox, which cannot be seen. Shown for the hour."
        case .snapshot:
            "SnapStart restores what the code had read when the version was published, and that was before the source changed. "
                + "Code that reads again after it is restored is not told apart."
        }
    }

    /// How sure the row is.
    public var certainty: Certainty {
        switch self {
        case .resolvedBefore, .copied, .pinned, .frozenVersion: .sure
        case .olderCopy: .likely
        case .warmExtension, .warmCache, .snapshot: .possible
        }
    }
}
