/// Which pages to ask for, side by side, so that every parameter is given once: from answers to questions, without a
/// call or a clock.
///
/// It begins with one lane over everything. When that has shown full pages it tries one filter beside it. On AWS a
/// filtered call may page over all entries and answer thin pages: then the one lane goes on alone, and the try has
/// cost one call. Where filtered pages are full, the account is cut by the names that were seen, and the one lane
/// rests. More lanes come as long as pages stay full and no call is turned away.
struct LanePlan {
    /// One page to ask for.
    struct Ask: Sendable, Equatable {
        let lane: Int
        let region: NameRegion
        let token: String?
    }

    /// Where the plan is. `first` is the one lane without a filter.
    enum Phase: Equatable {
        case beginning
        /// The one lane and one filtered beside it; `isGood` when that has answered.
        case trying(Int, isGood: Bool)
        /// The one lane to the end.
        case alone
        /// Filtered lanes; the one lane rests.
        case lanes
        /// The one lane again, for regions whose filter AWS refused.
        case mending
    }

    static let mostLanes = 24
    /// Rows of a page that counts as full.
    static let fullPage = 45
    static let first = 0
    /// The one lane is cut in its first pages or not at all: what it has given must be remembered for that.
    static let mostPagesToBegin = 10

    var phase = Phase.beginning
    var lanes: [Int: Lane] = [first: Lane(region: .everything, urgency: 0, known: [])]
    /// Lanes with a page to ask for.
    var ready: [Int] = [first]
    var asked: Set<Int> = []
    private var nextNumber = 1
    /// Lanes that may be under way at once.
    var target = 1
    var sawThinPages = false
    /// No growing before so many calls.
    private var growsFrom = 0
    private(set) var calls = 0
    /// Calls that cutting has cost so far: pages asked for again, and regions that are mostly empty.
    var overhead = 0
    var waitingRegions: [NameRegion] = []
    private var refused: [(region: NameRegion, known: Set<String>)] = []
    /// Whether every page has been given. What is still under way is of no use any more.
    private(set) var isDone = false

    var mayGrow: Bool { !sawThinPages && calls >= growsFrom }

    /// What to ask for now.
    mutating func asks() -> [Ask] {
        var result: [Ask] = []
        while !isDone, asked.count < target, let place = mostUrgent() {
            let number = ready.remove(at: place)
            guard let lane = lanes[number] else { continue }
            asked.insert(number)
            calls += 1
            result.append(Ask(lane: number, region: lane.region, token: lane.token))
        }
        return result
    }

    /// Takes the names of a page, and says by their places which of them to give out.
    mutating func take(_ ask: Ask, names: [String], token: String?) -> [Int] {
        guard !isDone, asked.remove(ask.lane) != nil, var lane = lanes[ask.lane] else { return [] }
        let fresh = names.indices.filter { isFresh(names[$0], lane) }
        lane.pages += 1
        lane.token = token
        lane.given?.append(contentsOf: fresh.map { names[$0] })
        lanes[ask.lane] = lane
        share(fresh.map { names[$0] }, from: ask.lane)
        if token == nil { lanes[ask.lane] = nil } else { ready.append(ask.lane) }
        learn(ask.lane, lane, count: names.count)
        finishIfOver()
        return fresh
    }

    /// AWS does not take the filter. Returns false where it did before, or there is none: then the list has failed.
    mutating func refuse(_ ask: Ask) -> Bool {
        guard ask.lane != Self.first, ask.token == nil else { return false }
        guard !isDone, asked.remove(ask.lane) != nil, let lane = lanes.removeValue(forKey: ask.lane) else {
            return true
        }
        sawThinPages = true
        if case .trying = phase {
            goOnAlone()
        } else {
            refused.append((ask.region, lane.known))
        }
        finishIfOver()
        return true
    }

    /// Calls are being turned away: fewer lanes, and for a while no new ones.
    mutating func slowDown() {
        growsFrom = calls + 60
        if target > 4 { target = max(4, target / 2) }
    }

    mutating func add(_ region: NameRegion, urgency: Int, known: some Sequence<String>) -> Int {
        let number = nextNumber
        nextNumber += 1
        lanes[number] = Lane(
            region: region, urgency: urgency, known: Set(known.filter(region.contains)))
        ready.append(number)
        return number
    }

    private func mostUrgent() -> Int? {
        let candidates = ready.indices.filter { place in
            guard ready[place] == Self.first else { return true }
            switch phase {
            case .beginning, .alone, .mending: return true
            // Until the filtered lane has answered it is not known whether the one lane should go on.
            case .trying: return lanes[Self.first]?.pages == lanes[Self.first]?.pagesAtTrial
            case .lanes: return false
            }
        }
        return candidates.min { (lanes[ready[$0]]?.urgency ?? 0) < (lanes[ready[$1]]?.urgency ?? 0) }
    }

    private func isFresh(_ name: String, _ lane: Lane) -> Bool {
        guard !lane.known.contains(name) else { return false }
        guard case .mending = phase else { return true }
        return refused.contains { $0.region.contains(name) && !$0.known.contains(name) }
    }

    private mutating func finishIfOver() {
        switch phase {
        case .beginning, .trying, .alone, .mending: isDone = lanes[Self.first] == nil
        case .lanes:
            guard lanes.count == 1, lanes[Self.first] != nil else { return }
            if refused.isEmpty {
                isDone = true
            } else {
                phase = .mending
                target = 1
            }
        }
    }
}
