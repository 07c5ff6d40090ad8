import Inventory
import Testing

@Suite("What is there")
struct ConsumerExistenceTests {
    @Test("a thing is there if its list has it; what is of no list always is")
    func existence() throws {
        var account = try SampleAccount()
        account.secret("db")
        account.parameter("/p")
        try account.key("11-22", aliases: ["alias/k"])
        try account.function("pay", ["A": "b"], versions: ["1": ["OLD": "c"]])
        let graph = account.graph
        for text in [
            "secret:db", "secret:db#/password", "param:/p", "key:alias/k", "fn:pay", "fn:pay@1", "env:pay/A",
            "env:pay@1/OLD", "role:anybody", "stack:any"
        ] {
            #expect(graph.has(try Reference(parsing: text)), "\(text)")
        }
        for text in ["secret:nope", "param:/q", "key:33-44", "fn:nope", "env:pay/OLD", "env:pay@1/A", "env:nope/A"] {
            #expect(!graph.has(try Reference(parsing: text)), "\(text)")
        }
    }
}
