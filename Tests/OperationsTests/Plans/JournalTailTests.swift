import FoundationEssentials
import Operations
import StateFiles
import Testing

@Suite("A journal that is read while it is written")
struct JournalTailTests {
    let place: TemporaryPlace
    let plan = SamplePlan.make()
    let store: PlanStore
    let folder: StateFolder

    init() throws {
        place = try TemporaryPlace()
        store = try PlanStore(state: StateFolder(at: place.path))
        try store.add(plan)
        folder = try StateFolder(at: "\(place.path)/plans/\(plan.id)")
    }

    private func line(_ step: String) -> String {
        let time = #"{"time":"2026-11-28T05:15:02.386Z","event":"intent""#
        return #"\#(time),"step":"\#(step)","direction":"forward","facts":{}}"# + "\n"
    }

    private func append(_ text: some StringProtocol) throws {
        try folder.open("journal.jsonl", for: .appending)?.write(Array(text.utf8))
    }

    private func steps(_ news: JournalTail.News) -> [String] {
        let entries =
            switch news {
            case .added(let entries), .anew(let entries): entries
            }
        return entries.map { entry in
            if case .intent(let step, _, _) = entry.event { step.text } else { "another" }
        }
    }

    @Test("each look has what was added since the last one, also where there was no journal at first")
    func added() throws {
        var tail = try store.tail(of: plan.id)
        #expect(try tail.look() == .added([]))
        try append(line("one") + line("two"))
        #expect(steps(try tail.look()) == ["one", "two"])
        #expect(try tail.look() == .added([]))
        try append(line("three"))
        #expect(steps(try tail.look()) == ["three"])
    }

    @Test("a line that is half written is waited for, wherever it was cut")
    func half() throws {
        let whole = line("two")
        for cut in whole.indices.dropFirst() {
            try folder.replace("journal.jsonl", with: Array(line("one").utf8))
            var tail = try store.tail(of: plan.id)
            #expect(steps(try tail.look()) == ["one"])
            try append(whole[..<cut])
            #expect(try tail.look() == .added([]))
            try append(whole[cut...])
            #expect(steps(try tail.look()) == ["two"])
        }
    }

    @Test("what a crash left of a line may be cut off, and another stands in its place")
    func cutOff() throws {
        var tail = try store.tail(of: plan.id)
        try append(line("one") + line("two").dropLast(7))
        #expect(steps(try tail.look()) == ["one"])
        withExtendedLifetime(try store.claim(plan.id)) {}
        try append(line("three"))
        let news = try tail.look()
        guard case .added = news else { return #expect(Bool(false), "it was read anew") }
        #expect(steps(news) == ["three"])
    }

    @Test("a shorter file and another file are read from their beginning; one that is gone has nothing")
    func anew() throws {
        try append(line("one") + line("two"))
        var tail = try store.tail(of: plan.id)
        #expect(try tail.look() != .anew([]))
        try folder.open("journal.jsonl", for: .updating)?.truncate(to: line("one").utf8.count)
        var news = try tail.look()
        #expect(steps(news) == ["one"])
        #expect(try news == .anew(store.entries(of: plan.id)))
        try folder.replace("journal.jsonl", with: Array((line("four") + line("five") + line("six")).utf8))
        news = try tail.look()
        #expect(steps(news) == ["four", "five", "six"])
        #expect(try news == .anew(store.entries(of: plan.id)))
        try folder.remove("journal.jsonl")
        #expect(try tail.look() == .anew([]))
        #expect(try tail.look() == .added([]))
        try append(line("seven"))
        #expect(steps(try tail.look()) == ["seven"])
    }

    @Test("a damaged line is refused by its number")
    func damaged() throws {
        try append(line("one") + line("two"))
        var tail = try store.tail(of: plan.id)
        _ = try tail.look()
        try append("{}\n")
        let failure = #expect(throws: OperationFailure.self) { try tail.look() }
        #expect(failure?.kind == .badInput && failure?.message.hasPrefix("line 3 of the journal") == true)
    }
}
