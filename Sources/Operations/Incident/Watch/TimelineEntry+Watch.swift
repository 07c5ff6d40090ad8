import FoundationEssentials

extension TimelineEntry {
    /// A use of an old credential as CloudTrail tells it.
    public init(of use: WatchUse) {
        self.init(
            .used, from: .trail, at: use.time, phase: .watch, target: use.reference,
            note: [use.action, use.sourceIP.map { "from " + $0 }].compactMap(\.self).joined(separator: " "),
            evidence: [use.link])
        (actorARN, region, requestID) = (use.actor, use.region, use.requestID)
        result = use.errorCode ?? "done"
    }
}

extension WatchUse {
    /// What tells the event from every other.
    public var link: String { "cloudtrail " + id }
}
