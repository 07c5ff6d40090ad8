import FoundationEssentials
import Inventory

/// A stretch of CloudTrail's event time in which an old credential must not be used.
///
/// CloudTrail tells late and out of order, so it never says that all is clean: it says up to which event it has told.
public struct IncidentWatch: Equatable, Sendable {
    /// How it stands.
    public enum State: String, Sendable {
        case watching
        /// The stretch is over in every region.
        case over
        /// The stretch is over on the clock and CloudTrail has still not told that far, in some region.
        case late
    }

    /// How long after the stretch CloudTrail is waited for: it delivers within a quarter of an hour, mostly within five
    /// minutes. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/how-cloudtrail-works.html
    public static let patience: Double = 900

    public let targets: [WatchTarget]
    public let regions: [String]
    public let began: Date
    /// Until when events are watched.
    public let end: Date
    /// The newest event of each region.
    public private(set) var newest: [String: Date] = [:]
    /// Uses since the rotation that were not our own, the earliest first.
    public private(set) var uses: [WatchUse] = []
    /// Tries since the rotation that were refused because the credential is dead.
    public private(set) var tries: [WatchUse] = []
    /// The newest use of before the rotation, or of our own.
    public private(set) var lastBefore: WatchUse?
    /// What could not be seen at the last look, by region.
    public private(set) var problems: [String: [String]] = [:]
    private var known: Set<String> = []

    /// - Parameter seconds: the length of the stretch.
    public init(_ targets: [WatchTarget], regions: [String], began: Date, seconds: Double) {
        self.targets = targets
        self.regions = regions
        self.began = began
        end = began.addingTimeInterval(seconds)
    }

    /// Takes what a look told; returns the uses and tries that are new.
    public mutating func take(_ look: WatchLook) -> [WatchUse] {
        if let newest = look.newest {
            self.newest[look.region] = max(newest, self.newest[look.region] ?? newest)
        }
        problems[look.region] = look.problems.isEmpty ? nil : look.problems
        var news: [WatchUse] = []
        for use in look.uses.sorted(by: { $0.time < $1.time }) where known.insert(use.id + use.reference).inserted {
            let since = targets.first { $0.reference.text == use.reference }?.since ?? began
            if use.time >= since, !use.isOwn {
                news.append(use)
            } else if lastBefore.map({ $0.time < use.time }) ?? true {
                lastBefore = use
            }
        }
        uses = (uses + news.filter { !$0.isTry }).sorted { $0.time < $1.time }
        tries = (tries + news.filter(\.isTry)).sorted { $0.time < $1.time }
        return news
    }

    public func state(at now: Date) -> State {
        let isTold = regions.allSatisfy { region in newest[region].map { $0 >= end } ?? false }
        if isTold { return .over }
        return now >= end.addingTimeInterval(Self.patience) ? .late : .watching
    }

    /// Whether every region was seen whole, up to the end.
    public func isWhole(at now: Date) -> Bool { state(at: now) == .over && problems.isEmpty }

    /// `eu-west-1 last event seen at …, us-east-1 none seen; no use of accesskey:… seen`
    public var words: String { parts.joined(separator: "; ") }

    /// How far CloudTrail has told, then the uses, then the tries.
    public var parts: [String] {
        let seen = regions.map { region in
            newest[region].map { "\(region) last event seen at \(TimelineTime.seconds($0))" } ?? "\(region) none seen"
        }
        let tried = tries.last.map {
            "\(tries.count) tries were refused as dead, the last at \(TimelineTime.seconds($0.time))"
        }
        return [seen.joined(separator: ", "), useWords] + [tried].compactMap(\.self)
    }

    private var useWords: String {
        let names = targets.map(\.reference.text).joined(separator: ", ")
        guard let last = uses.last else {
            let before = lastBefore.map { ", the last one before at \(TimelineTime.seconds($0.time))" } ?? ""
            return "no use of \(names) seen" + before
        }
        return "\(uses.count) uses seen, the last at \(TimelineTime.seconds(last.time))"
    }
}
