extension LanePlan {
    /// What an answer of `count` rows says about the lanes to come.
    mutating func learn(_ number: Int, _ lane: Lane, count: Int) {
        switch phase {
        case .beginning: begin(lane)
        case .trying(let probe, let isGood): judge(number, lane, count, probe, isGood)
        case .alone, .mending: break
        case .lanes: grow(number, lane, count)
        }
    }

    /// While a filtered lane runs beside the one without, each must know what the other has given.
    mutating func share(_ names: [String], from number: Int) {
        guard case .trying(let probe, _) = phase else { return }
        let other = number == Self.first ? probe : Self.first
        lanes[other]?.known.formUnion(names)
    }

    /// The one lane goes on to the end, and no other.
    mutating func goOnAlone() {
        phase = .alone
        target = 1
        waitingRegions = []
        for number in lanes.keys where number != Self.first { lanes[number] = nil }
        ready.removeAll { $0 != Self.first }
        asked.formIntersection([Self.first])
        lanes[Self.first]?.given = nil
    }

    /// After two full pages or more: one filter, where little was seen. What pages over everything gives itself away
    /// there by a thin page.
    private mutating func begin(_ lane: Lane) {
        guard lane.token != nil, lane.pages >= 2 else { return }
        let sample = lane.given ?? []
        let isFull = sample.count >= lane.pages * Self.fullPage
        guard isFull, lane.pages < Self.mostPagesToBegin, sample.allSatisfy(NameRegion.isOrdinary) else {
            return goOnAlone()
        }
        guard mayGrow else { return }
        guard let split = RegionSplit([""], sample: sample, parts: 4), split.main.count > 1 else { return goOnAlone() }
        let seen = split.main.map { region in sample.count(where: region.contains) }
        let place = seen.indices.min { seen[$0] < seen[$1] } ?? 0
        waitingRegions = split.main + split.rest
        let region = waitingRegions.remove(at: place)
        lanes[Self.first]?.pagesAtTrial = lane.pages
        phase = .trying(add(region, urgency: 0, known: sample), isGood: false)
        target = 2
    }

    private mutating func judge(_ number: Int, _ lane: Lane, _ count: Int, _ probe: Int, _ isGood: Bool) {
        var isGood = isGood
        if number == probe {
            guard lane.token == nil || count >= Self.fullPage else {
                sawThinPages = true
                return goOnAlone()
            }
            isGood = true
            phase = .trying(probe, isGood: true)
        }
        guard isGood, !asked.contains(Self.first), let one = lanes[Self.first] else { return }
        phase = .lanes
        target = 4
        for (place, region) in waitingRegions.enumerated() {
            _ = add(region, urgency: place < 3 ? 0 : 1, known: one.given ?? [])
        }
        waitingRegions = []
        lanes[Self.first]?.given = nil
    }

    private mutating func grow(_ number: Int, _ lane: Lane, _ count: Int) {
        if lane.token != nil, count < Self.fullPage { sawThinPages = true }
        guard mayGrow else { return }
        target = min(target + 1, Self.mostLanes)
        if lane.token != nil, lane.pages >= lane.pagesBeforeCut { cut(number, lane) }
        if lane.pages >= Lane.mostPagesToCut { lanes[number]?.given = nil }
    }

    /// Puts several lanes in the place of one that turned out long, if there is room for them and they are not likely to
    /// cost much more than they bring.
    private mutating func cut(_ number: Int, _ lane: Lane) {
        let room = Self.mostLanes - lanes.values.count { $0.urgency == 0 } + 1
        guard room > 1, let given = lane.given, case .beginning(let prefixes) = lane.region,
            let split = RegionSplit(prefixes, sample: given, parts: min(6, room + 1)), split.main.count > 1,
            lane.depth == 0 || overhead + lane.pages + split.cost <= 12 + calls / 4
        else { return }
        overhead += lane.pages + split.cost
        let known = lane.known.union(given)
        lanes[number] = nil
        ready.removeAll { $0 == number }
        for region in split.main { _ = add(region, urgency: 0, known: known) }
        for region in split.rest { _ = add(region, urgency: 1, known: known) }
    }
}
