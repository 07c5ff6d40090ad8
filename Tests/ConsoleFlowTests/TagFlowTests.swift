import ConsoleViewModels
import Inventory
import TerminalCanvas
import Testing

@Suite("Tags, asked for when a filter needs them")
struct TagFlowTests {
    private func tags(_ session: Session, of names: [String]) -> ResourceTags {
        let arns = session.model.list(.function).rows.filter { names.contains($0.common.name) }.compactMap(\.common.arn)
        var tags = ResourceTags()
        for arn in arns { tags.insert(["squad": "pay"], arn: arn) }
        return tags
    }

    @Test("a filter by tags asks for them once, and shows what has them when they come")
    func asks() throws {
        var session = Session()
        session.run("fn squad=pay")
        #expect(session.takeEffects().contains(.loadTags(.function)))
        #expect(session.shows("asking AWS for the tags"))
        #expect(session.model.list(.function).shown.isEmpty)
        let tags = tags(session, of: ["payments-api"])
        try #require(tags.count == 1)
        session.send(.tagged(.function, tags))
        #expect(session.model.list(.function).shown.count == 1 && session.shows("payments-api"))
        session.press(.escape, "/")
        session.type("-l squad")
        session.press(.enter)
        #expect(!session.takeEffects().contains(.loadTags(.function)))
        #expect(session.model.list(.function).shown.count == 1)
    }

    @Test("after a refresh they are asked for again, if the filter is still there; no other filter asks")
    func again() {
        var session = Session()
        session.press("/")
        session.type("pay")
        session.press(.enter)
        #expect(!session.takeEffects().contains(.loadTags(.function)))
        session.run("fn squad=pay")
        _ = session.takeEffects()
        session.press("R")
        session.answerLoads()
        #expect(session.takeEffects().contains(.loadTags(.function)))
    }
}
