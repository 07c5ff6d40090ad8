import FoundationEssentials
import Inventory
import SensitiveMemory
import StrictJSON
import Testing

@testable import curtain

@Suite("The rows that scripts rely on")
struct ResourceShapeTests {
    private let function = ResourceRow.function(
        FunctionRow(
            common: ResourceCommon(
                reference: .function(name: "pay"), name: "pay", arn: "arn:aws:lambda:eu-west-1:1:function:pay",
                account: "111122223333", region: "eu-west-1", modified: Date(timeIntervalSince1970: 1_700_000_000)),
            runtime: "python3.13", state: nil, lastUpdateStatus: nil, version: "$LATEST", revisionID: "r1",
            role: nil, kmsKey: nil,
            variables: [
                .init(
                    name: "DB", size: .short, source: .secret, of: .secret(name: "prod/db"),
                    fingerprint: Fingerprint(bits: 0xDEAD_BEEF_0000_0001))
            ],
            variablesError: nil, environmentBytes: 17,
            aliases: [.init(name: "live", version: "3", weights: ["4": 0.1])], description: nil, layers: []))

    private func json(_ row: ResourceRow, share: Bool) throws -> String {
        let sink = MemorySink()
        var printer = RowPrinter(.jsonl, shape: .resources(row.kind, share: share), sink: sink)
        try printer.print([row])
        return sink.text
    }

    @Test("a function has the documented fields in their order, times in UTC")
    func functionFields() throws {
        #expect(
            try json(function, share: false) == """
                {"ref":"fn:pay","kind":"function","name":"pay","arn":"arn:aws:lambda:eu-west-1:1:function:pay",\
                "account":"111122223333","region":"eu-west-1","modified":"2023-11-14T22:13:20Z","tags":null,\
                "runtime":"python3.13","state":null,"lastUpdateStatus":null,"version":"$LATEST","revisionId":"r1",\
                "role":null,"kmsKey":null,"variables":[{"name":"DB","size":"short","source":"secret",\
                "of":"secret:prod/db"}],"environmentBytes":17,"aliases":[{"name":"live","version":"3",\
                "weights":{"4":0.1}}]}

                """)
    }

    @Test("share mode tells no size and nothing that adds up to one")
    func share() throws {
        let text = try json(function, share: true)
        #expect(!text.contains("size"))
        #expect(!text.contains("environmentBytes"))
    }

    @Test("a fingerprint is in no row")
    func fingerprint() throws {
        #expect(try !json(function, share: false).contains("deadbeef"))
    }

    @Test("the names of the fields are the names of the header", arguments: [false, true])
    func header(share: Bool) {
        #expect(
            RowShape.resources(.function, share: share).fieldNames == function.fields(share: share).map(\.name))
    }

    @Test("every kind has the common fields first", arguments: ResourceKind.allCases)
    func common(kind: ResourceKind) {
        #expect(RowShape.resources(kind, share: false).fieldNames.starts(with: ResourceCommon.fieldNames))
    }
}
