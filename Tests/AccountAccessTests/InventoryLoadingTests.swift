import AWSClient
import AccountAccess
import Inventory
import Operations
import Testing

@Suite("Loading the lists")
struct InventoryLoadingTests {
    private func load(
        _ kind: ResourceKind, _ options: ListOptions = ListOptions(), from calls: ScriptedCalls
    ) async throws -> Heard {
        let heard = Heard()
        try await Recorded.inventory(calls).load(kind, options: options) { heard.hear($0) }
        #expect(calls.unused.isEmpty)
        return heard
    }

    @Test("pages arrive one by one, empty ones are passed over, the order is AWS's")
    func pages() async throws {
        let calls = ScriptedCalls([
            "ssm:DescribeParameters": Recorded.parameters(["/b", "/a"], next: "t1"),
            "ssm:DescribeParameters #t1": Recorded.parameters([], next: "t2"),
            "ssm:DescribeParameters #t2": Recorded.parameters([], next: "t3"),
            "ssm:DescribeParameters #t3": Recorded.parameters(["/c"])
        ])
        let heard = try await load(.parameter, from: calls)
        #expect(heard.pages.map { $0.map(\.common.name) } == [["/b", "/a"], ["/c"]])
        #expect(heard.rows[0].common.account == "111122223333")
        #expect(heard.rows[0].common.reference == .parameter(name: "/b"))
    }

    @Test("a server that repeats its token is not asked for ever")
    func sameToken() async throws {
        let calls = ScriptedCalls([
            "ssm:DescribeParameters": Recorded.parameters(["/a"], next: "t"),
            "ssm:DescribeParameters #t": Recorded.parameters(["/b"], next: "t")
        ])
        let failure = await #expect(throws: OperationFailure.self) { try await load(.parameter, from: calls) }
        #expect(failure?.kind == .unreachable)
    }

    @Test("no row knows a value, whatever prints it")
    func noValues() async throws {
        let calls = ScriptedCalls([
            "lambda:ListFunctions": Recorded.functions([
                Recorded.function("pay", environment: #"{"DB_PASSWORD":"\#(Recorded.canary)","LOG_LEVEL":"INFO"}"#)
            ])
        ])
        let heard = try await load(.function, from: calls)
        let row = try #require(heard.rows[0].function)
        #expect(row.variables.map(\.name) == ["DB_PASSWORD", "LOG_LEVEL"])
        #expect(row.variables.map(\.source) == [.literal, .plain])
        #expect(row.variables.map(\.size) == [.medium, .short])
        #expect(row.environmentBytes == #"{"DB_PASSWORD":"\#(Recorded.canary)","LOG_LEVEL":"INFO"}"#.utf8.count)
        #expect(!dumped(heard.all).contains("canary"))
    }

    @Test("what a terminal would obey is named where it enters; the reference keeps the true name")
    func hostile() async throws {
        let calls = ScriptedCalls([
            "secretsmanager:ListSecrets": .body(
                #"""
                {"SecretList":[{"ARN":"arn:aws:secretsmanager:r:1:secret:x-AbCdEf","Name":"a\u001b[2J\u202eb",
                "Description":"\r\u0007","Tags":[{"Key":"k\u200b","Value":"v\u009b1m"}]}]}
                """#)
        ])
        let row = try #require(try await load(.secret, from: calls).rows.first?.secret)
        #expect(row.common.name == "a<U+001B>[2J<U+202E>b")
        #expect(row.description == "<U+000D><U+0007>")
        #expect(row.common.tags == ["k<U+200B>": "v<U+009B>1m"])
        #expect(row.common.reference == .secret(name: "a\u{1B}[2J\u{202E}b"))
    }

    @Test("the four lists load side by side, and one that is denied leaves the others whole", .timeLimit(.minutes(1)))
    func partialFailure() async throws {
        // ListFunctions, DescribeParameters, ListSecrets, ListKeys and ListAliases must all be under way at once.
        let calls = ScriptedCalls(
            [
                "lambda:ListFunctions": Recorded.functions([Recorded.function("pay")]),
                "ssm:DescribeParameters": .failure(.denied("ssm:DescribeParameters")),
                "secretsmanager:ListSecrets": Recorded.secrets(["db"]), "kms:ListKeys": Recorded.keys(["k1"]),
                "kms:ListAliases": Recorded.aliases
            ], rendezvous: 5)
        let heard = Heard()
        let failures = await (try Recorded.inventory(calls)).load(
            ResourceKind.allCases, options: { _ in ListOptions(early: true) }
        ) { heard.hear($1, of: $0) }
        #expect(Array(failures.keys) == [.parameter])
        #expect(failures[.parameter]?.kind == .denied)
        #expect(failures[.parameter]?.code == "AccessDeniedException")
        #expect(failures[.parameter]?.requestID == "req-d")
        #expect(heard.names(of: .function) == ["pay"])
        #expect(heard.names(of: .secret) == ["db"])
        #expect(heard.names(of: .key) == ["alias/orders"])
    }

    @Test("variables become links when the lists that they name have come, before or after the functions")
    func links() async throws {
        let environment = #"{"DB":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf","P":"/a/b"}"#
        let calls = ScriptedCalls([
            "lambda:ListFunctions": Recorded.functions([Recorded.function("pay", environment: environment)]),
            "ssm:DescribeParameters": Recorded.parameters(["/a/b"]),
            "secretsmanager:ListSecrets": Recorded.secrets(["db"])
        ])
        let inventory = try Recorded.inventory(calls)
        let heard = Heard()
        let early = ListOptions(early: true)
        try await inventory.load(.parameter, options: early) { _ in }
        try await inventory.load(.function, options: early) { heard.hear($0) }
        #expect(heard.rows[0].function?.variables.map(\.of) == [nil, .parameter(name: "/a/b")])
        #expect(await inventory.relinkedFunctions().isEmpty)
        try await inventory.load(.secret, options: early) { _ in }
        let relinked = await inventory.relinkedFunctions()
        #expect(relinked.first?.function?.variables.map(\.of) == [.secret(name: "db"), .parameter(name: "/a/b")])
        #expect(relinked.first?.function?.variables.map(\.source) == [.secret, .parameter])
        #expect(await inventory.relinkedFunctions().isEmpty)
    }

    @Test("links asked for alone bring the other lists with them; one that fails is told, the rows still come")
    func linksAlone() async throws {
        let calls = ScriptedCalls([
            "lambda:ListFunctions": Recorded.functions([Recorded.function("pay", environment: #"{"P":"/a/b"}"#)]),
            "ssm:DescribeParameters": Recorded.parameters(["/a/b"]),
            "secretsmanager:ListSecrets": .failure(.denied("secretsmanager:ListSecrets")),
            "kms:ListKeys": Recorded.keys([]), "kms:ListAliases": Recorded.aliases
        ])
        let heard = try await load(.function, ListOptions(links: true), from: calls)
        #expect(heard.rows[0].function?.variables[0].of == .parameter(name: "/a/b"))
        #expect(heard.incomplete.map(\.kind) == [.denied])
    }

    @Test("no list is read twice when links are asked for together with the lists that they need")
    func linksTogether() async throws {
        let calls = ScriptedCalls([
            "lambda:ListFunctions": Recorded.functions([Recorded.function("pay", environment: #"{"P":"/a/b"}"#)]),
            "ssm:DescribeParameters": Recorded.parameters(["/a/b"], next: "t"),
            "ssm:DescribeParameters #t": Recorded.parameters(["/c"]),
            "secretsmanager:ListSecrets": .failure(.denied("secretsmanager:ListSecrets")),
            "kms:ListKeys": Recorded.keys([]), "kms:ListAliases": Recorded.aliases
        ])
        let heard = Heard()
        let failures = await (try Recorded.inventory(calls)).load(
            ResourceKind.allCases, options: { _ in ListOptions(links: true) }
        ) { heard.hear($1, of: $0) }
        #expect(calls.unused.isEmpty && calls.made.count == 6)
        #expect(Array(failures.keys) == [.secret])
        let function = try #require(heard.rows.compactMap(\.function).first)
        #expect(function.variables[0].of == .parameter(name: "/a/b"))
        #expect(heard.changed.isEmpty)
    }

    @Test("a name that is gone after a refresh is no link any more")
    func refresh() async throws {
        let function = Recorded.functions([Recorded.function("pay", environment: #"{"P":"/a/b"}"#)])
        let calls = ScriptedCalls([
            "ssm:DescribeParameters": Recorded.parameters(["/a/b"]), "lambda:ListFunctions": function
        ])
        calls.announce("ssm:DescribeParameters", Recorded.parameters(["/other"]))
        let inventory = try Recorded.inventory(calls)
        try await inventory.load(.parameter, options: ListOptions()) { _ in }
        try await inventory.load(.parameter, options: ListOptions()) { _ in }
        let heard = Heard()
        try await inventory.load(.function, options: ListOptions()) { heard.hear($0) }
        #expect(heard.rows[0].function?.variables[0].of == nil)
    }

    @Test("keys come with their aliases at once, and once more when each has been described")
    func keys() async throws {
        let calls = ScriptedCalls([
            "kms:ListKeys": Recorded.keys(["k1", "k2"]), "kms:ListAliases": Recorded.aliases,
            "kms:DescribeKey k1": .body(
                #"{"KeyMetadata":{"KeyId":"k1","KeyState":"Enabled","KeyManager":"CUSTOMER","Origin":"AWS_KMS"}}"#),
            "kms:GetKeyRotationStatus k1": .body(#"{"KeyRotationEnabled":true,"RotationPeriodInDays":90}"#),
            "kms:DescribeKey k2": .failure(.denied("kms:DescribeKey"))
        ])
        let heard = try await load(.key, .screen(.key), from: calls)
        #expect(heard.rows.map(\.common.name) == ["alias/orders", "k2"])
        #expect(heard.rows.map(\.key?.state) == [nil, nil])
        #expect(heard.changed.map(\.key?.state) == ["Enabled"])
        #expect(heard.changed.first?.key?.rotation == .init(enabled: true, days: 90))
        #expect(heard.incomplete.map(\.code) == ["AccessDeniedException"])
    }

    @Test("keys still come when their aliases cannot be listed")
    func noAliases() async throws {
        let calls = ScriptedCalls([
            "kms:ListKeys": Recorded.keys(["k1"]), "kms:ListAliases": .failure(.denied("kms:ListAliases"))
        ])
        let heard = try await load(.key, from: calls)
        #expect(heard.rows.map(\.common.name) == ["k1"])
        #expect(heard.incomplete.map(\.kind) == [.denied])
    }

    @Test("rows that are shown as they come are told once more only where they have tags")
    func tagsLater() async throws {
        let calls = ScriptedCalls([
            "ssm:DescribeParameters": Recorded.parameters(["/a", "/b", "/c"]),
            "tagging:GetResources": .body(
                #"""
                {"PaginationToken":"","ResourceTagMappingList":[{"ResourceARN":
                "arn:aws:ssm:eu-west-1:111122223333:parameter/b","Tags":[{"Key":"team","Value":"pay"}]}]}
                """#)
        ])
        var options = ListOptions.screen(.parameter)
        options.tags = true
        let heard = try await load(.parameter, options, from: calls)
        #expect(heard.rows.map(\.common.name) == ["/a", "/b", "/c"])
        #expect(heard.changed.map(\.common.name) == ["/b"])
        #expect(heard.changed.first?.common.tags == ["team": "pay"])
    }

    @Test("detail and tags on request: each row once, whole; a few calls at a time; a failed one stays as listed")
    func detail() async throws {
        let names = (0..<30).map { "f\($0)" }
        let calls = ScriptedCalls([
            "lambda:ListFunctions": Recorded.functions(names.map { Recorded.function($0) }),
            "tagging:GetResources": .body(
                #"""
                {"PaginationToken":"","ResourceTagMappingList":[{"ResourceARN":
                "arn:aws:lambda:eu-west-1:111122223333:function:f1","Tags":[{"Key":"team","Value":"pay"}]}]}
                """#)
        ])
        for name in names {
            calls.announce(
                "lambda:GetFunctionConfiguration \(name)",
                name == "f7"
                    ? .failure(.denied("lambda:GetFunctionConfiguration"))
                    : .body(
                        #"{"FunctionName":"\#(name)","FunctionArn":"arn:aws:lambda:eu-west-1:111122223333:function:\#(name)","State":"Active"}"#
                    ))
            if name != "f7" {
                calls.announce(
                    "lambda:ListAliases \(name)", .body(#"{"Aliases":[{"Name":"live","FunctionVersion":"3"}]}"#))
            }
        }
        let heard = try await load(.function, ListOptions(detail: true, tags: true), from: calls)
        #expect(heard.rows.map(\.common.name) == names)
        #expect(heard.changed.isEmpty)
        #expect(heard.rows[6].function?.state == "Active")
        #expect(heard.rows[6].function?.aliases?.map(\.name) == ["live"])
        #expect(heard.rows[7].function?.state == nil)
        #expect(heard.rows[1].common.tags == ["team": "pay"])
        #expect(heard.rows[2].common.tags == [:])
        #expect(heard.incomplete.map(\.kind) == [.denied])
        #expect(calls.mostInFlight <= 9)
    }

    @Test("a load that nobody wants any longer ends")
    func cancelled() async throws {
        let calls = ScriptedCalls(["lambda:ListFunctions": Recorded.functions([Recorded.function("pay")])])
        let inventory = try Recorded.inventory(calls)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await inventory.load(.function, options: ListOptions()) { _ in Issue.record("a row after the end") }
        }
        let failure = await #expect(throws: OperationFailure.self) { try await task.value }
        #expect(failure?.kind == .interrupted)
    }
}
