import RandomSource
import Testing

@testable import AccountAccess

@Suite("Parameters in lanes")
struct LanePlanTests {
    /// What came of a listing.
    struct Outcome {
        var given: [String] = []
        var renamed: Set<String> = []
        var created: Set<String> = []
        var rounds = 0
        var mostLanes = 0
    }

    /// Lists with answers that come in any order. Every round all that is under way is answered, unless `shuffled`.
    private func list(
        _ store: inout PlayedParameters, seed: UInt64, renames: Bool = false, refusals: Bool = false,
        throttling: Bool = false, shuffled: Bool = true
    ) -> Outcome {
        var random = SeededRandom(seed: seed)
        var plan = LanePlan()
        var underWay: [LanePlan.Ask] = []
        var outcome = Outcome()
        while !plan.isDone, outcome.rounds < 20_000 {
            underWay += plan.asks()
            outcome.mostLanes = max(outcome.mostLanes, underWay.count)
            guard !underWay.isEmpty else { break }
            outcome.rounds += 1
            if shuffled { underWay.shuffle(using: &random) }
            let answered = shuffled ? Int.random(in: 1...underWay.count, using: &random) : underWay.count
            let batch = Array(underWay.prefix(answered))
            underWay.removeFirst(answered)
            for ask in batch {
                if renames, Int.random(in: 0..<3, using: &random) == 0,
                    let old = store.names.sorted().randomElement(using: &random)
                {
                    let new = old + "-renamed\(outcome.renamed.count)"
                    store.rename(old, to: new)
                    outcome.renamed.insert(old)
                    outcome.created.insert(new)
                }
                if throttling, Int.random(in: 0..<6, using: &random) == 0 { plan.slowDown() }
                if refusals, ask.region != .everything, ask.token == nil, Int.random(in: 0..<8, using: &random) == 0 {
                    let isTaken = plan.refuse(ask)
                    #expect(isTaken)
                    continue
                }
                let page = store.page(ask.region, ask.token)
                outcome.given += plan.take(ask, names: page.names, token: page.token).map { page.names[$0] }
            }
        }
        #expect(plan.isDone)
        return outcome
    }

    @Test(
        "every name that is there throughout is given once, none twice: random trees, orders, filters, answers in any order",
        arguments: 0..<60)
    func whole(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let names = PlayedParameters.tree(Int.random(in: 1...800, using: &random), &random)
        let filtering = PlayedParameters.Filtering.allCases[seed % 3]
        let order = PlayedParameters.Order.allCases[seed / 3 % 3]
        var store = PlayedParameters(names, filtering, order)
        let outcome = list(
            &store, seed: UInt64(seed), renames: seed % 2 == 1, refusals: seed % 5 == 0, throttling: seed % 7 == 0)
        let given = Set(outcome.given)
        #expect(given.count == outcome.given.count, "twice: \(outcome.given.count - given.count)")
        let always = Set(names).subtracting(outcome.renamed)
        #expect(always.isSubset(of: given), "missing: \(always.subtracting(given).prefix(3))")
        #expect(given.isSubset(of: Set(names).union(outcome.created)))
    }

    @Test(
        "where filtered calls page over everything, the tries cost a tenth more calls at most",
        arguments: PlayedParameters.Order.allCases)
    func scan(order: PlayedParameters.Order) {
        var random = SeededRandom(seed: 7)
        let names = PlayedParameters.tree(5000, &random)
        var store = PlayedParameters(names, .scan, order)
        let outcome = list(&store, seed: 1, shuffled: false)
        let alone = (names.count + 49) / 50
        #expect(Set(outcome.given) == Set(names))
        #expect(store.calls <= alone + alone / 10, "\(store.calls) calls for \(alone) pages")
    }

    @Test(
        "where filtered pages are full, the rounds are a sixth, and a quarter in an order that nobody expects",
        arguments: zip(PlayedParameters.Order.allCases, [33, 33, 50]))
    func index(order: PlayedParameters.Order, most: Int) {
        let stages = ["prod", "staging", "dev"]
        let teams = ["payments", "catalogue", "shipping", "mail", "platform", "search", "identity", "ledger"]
        let names = (0..<10_000).map { "/\(stages[$0 % 3])/\(teams[$0 / 3 % 8])/item-\($0)/password" }
        var store = PlayedParameters(names, .index, order)
        let outcome = list(&store, seed: 1, shuffled: false)
        #expect(Set(outcome.given) == Set(names) && outcome.given.count == names.count)
        #expect(outcome.rounds <= most, "\(outcome.rounds) rounds, \(store.calls) calls, \(outcome.mostLanes) lanes")
        #expect(outcome.mostLanes <= LanePlan.mostLanes)
    }

    @Test("a small account is one lane, and so is one whose pages are thin or whose names are strange")
    func small() {
        var small = PlayedParameters((0..<60).map { "/a/\($0)" }, .index, .byName)
        let few = list(&small, seed: 1)
        #expect(few.mostLanes == 1)
        #expect(small.calls == 2)
        var strange = PlayedParameters((0..<400).map { "/a/é\($0)" }, .index, .byName)
        let odd = list(&strange, seed: 1)
        #expect(odd.mostLanes == 1)
        #expect(strange.calls == 8)
    }
}
