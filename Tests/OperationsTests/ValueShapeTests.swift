import AuditTrail
import Inventory
import Operations
import SensitiveMemory
import Testing

@Suite("What a value is")
struct ValueShapeTests {
    let bench = RevealBench()

    @Test(
        "told by its bytes",
        arguments: [
            ("", ValueShape.text), ("plain", .text), ("two\nlines é\n", .text), ("{", .text), ("{}", .text),
            ("{\"a\":1} and more", .text), ("[1,2]", .text), ("a\0b", .binary),
            ("-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n", .pem(label: "RSA PRIVATE KEY")),
            ("\n-----BEGIN CERTIFICATE-----\r\nAA", .pem(label: "CERTIFICATE")), ("-----BEGIN x", .text),
            (
                " {\"user\":\"app\",\"password\":\"0123456789abcdefg\",\"port\":5432}",
                .json([
                    ValueField(pointer: "/user", name: "user", size: .short),
                    ValueField(pointer: "/password", name: "password", size: .medium),
                    ValueField(pointer: "/port", name: "port", size: .short)
                ])
            ),
            (
                #"{"a/b":{"~":["x",{"y":""}]},"e":{},"n":null,"\u001b[2J":true}"#,
                .json([
                    ValueField(pointer: "/a~1b/~0/0", name: "a/b/~/0", size: .short),
                    ValueField(pointer: "/a~1b/~0/1/y", name: "a/b/~/1/y", size: .empty),
                    ValueField(pointer: "/e", name: "e", size: .short),
                    ValueField(pointer: "/n", name: "n", size: .short),
                    ValueField(pointer: "/\u{1b}[2J", name: "<U+001B>[2J", size: .short)
                ])
            )
        ])
    func shapes(text: String, shape: ValueShape) {
        #expect(ValueShape(of: FakeStore.bytes(text)) == shape)
    }

    @Test("bytes that are no UTF-8 are binary, and so is what the store calls binary")
    func binary() throws {
        for bytes: [UInt8] in [[0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80]] {
            #expect(ValueShape(of: try bytes.withUnsafeBytes { try SecretBytes(copying: $0) }) == .binary)
        }
        #expect(ValueShape(of: FakeStore.bytes("text"), isBinary: true) == .binary)
    }

    @Test("a JSON secret opens as the names of its fields, its bytes wiped")
    func fieldsOnly() async throws {
        let secret = Reference.secret(name: "db")
        bench.store.answers = [secret: #"{"user":"app","password":"canary-5150"}"#]
        let value = try await bench.reveal(secret)
        guard case .json(let fields) = value.shape else {
            Issue.record("no fields")
            return
        }
        #expect(fields.map(\.pointer) == ["/user", "/password"])
        #expect(bench.text(of: value) == "")
        #expect(bench.store.handedOut.map(\.count) == [0])
        #expect(value.isOpen)
    }

    @Test(
        "a pointer fetches the secret, hands out the one field and wipes the rest",
        arguments: [
            ("/password", "canary-5150"), ("/hosts/1", "b"), ("/hosts", #"["a", "b"]"#), ("/port", "5432")
        ])
    func field(pointer: String, expected: String) async throws {
        let secret = Reference.secret(name: "db", version: "AWSCURRENT")
        bench.store.answers = [secret: #"{"password":"canary-\u0035150","hosts":["a", "b"],"port":5432}"#]
        let value = try await bench.reveal(.secret(name: "db", version: "AWSCURRENT", pointer: pointer))
        #expect(bench.text(of: value) == expected)
        #expect(value.fingerprint == bench.store.fingerprint(of: expected))
        #expect(bench.store.handedOut.map(\.count) == [0])
        #expect(bench.journal.lines.last == "reveal.shown done secret:db@AWSCURRENT#\(pointer)")
    }

    @Test(
        "a field that is not there is recorded as failed and says nothing of the value",
        arguments: [
            ("/nope", OperationFailure.Kind.notFound), ("/password/0", .notFound), ("/hosts/01", .notFound),
            ("/hosts/2", .notFound)
        ])
    func noField(pointer: String, kind: OperationFailure.Kind) async throws {
        bench.store.answers = [.secret(name: "db"): #"{"password":"canary-5150","hosts":["a","b"]}"#]
        let failure = await #expect(throws: OperationFailure.self) {
            try await bench.reveal(.secret(name: "db", pointer: pointer))
        }
        #expect(failure?.kind == kind)
        #expect(failure?.message.contains("canary") == false)
        #expect(bench.audit.records.last?.event == .revealFailed)
        #expect(bench.store.handedOut.map(\.count) == [0])
    }

    @Test("what is no pointer is refused before anything happens", arguments: ["password", "/~2"])
    func noPointer(pointer: String) async {
        let failure = await #expect(throws: OperationFailure.self) {
            try await bench.reveal(.secret(name: "db", pointer: pointer))
        }
        #expect(failure?.kind == .usage)
        #expect(bench.journal.lines.isEmpty)
    }

    @Test("a command gets the exact bytes of a JSON secret")
    func exact() async throws {
        let text = #" {"user" : "app"} "#
        bench.store.answers = [.secret(name: "db"): text]
        let value = try await bench.reveal(.secret(name: "db"), destination: .output)
        #expect(bench.text(of: value) == text)
    }
}
