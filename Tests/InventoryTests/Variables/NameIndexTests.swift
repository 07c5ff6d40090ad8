import Inventory
import SensitiveMemory
import Testing

@Suite("Variables that name things")
struct NameIndexTests {
    private let key: FingerprintKey
    private var index: NameIndex

    init() throws {
        key = try FingerprintKey(Array("test key".utf8).withUnsafeBytes { try SecretBytes(copying: $0) })
        index = NameIndex(key: key)
        index.insert(.secret(.sample("prod/orders/db", arn: "arn:aws:secretsmanager:r:1:secret:prod/orders/db-AbCdEf")))
        index.insert(.parameter(.sample("/prod/orders/db", arn: "arn:aws:ssm:r:1:parameter/prod/orders/db")))
        index.insert(.parameter(.sample("prod", arn: "arn:aws:ssm:r:1:parameter/prod")))
        index.insert(.key(.sample("11-22", arn: "arn:aws:kms:r:1:key/11-22", aliases: ["alias/orders"])))
    }

    private func resolved(_ name: String, _ value: String) -> FunctionRow.Variable {
        var row = FunctionRow.sample(
            variables: [
                FunctionRow.Variable(
                    name: name, size: .medium, source: .unknown, fingerprint: key.fingerprint(ofName: value))
            ])
        index.resolve(&row)
        return row.variables[0]
    }

    @Test(
        "each form of a name leads to the thing",
        arguments: [
            ("X", "arn:aws:secretsmanager:r:1:secret:prod/orders/db-AbCdEf", "secret:prod/orders/db"),
            ("X", "arn:aws:secretsmanager:r:1:secret:prod/orders/db", "secret:prod/orders/db"),
            ("X", "prod/orders/db", "secret:prod/orders/db"),
            ("DB_PARAM", "prod/orders/db", "param:/prod/orders/db"),
            ("DB_SECRET", "/prod/orders/db", "param:/prod/orders/db"),
            ("X", "arn:aws:ssm:r:1:parameter/prod/orders/db", "param:/prod/orders/db"),
            ("X", "11-22", "key:11-22"), ("X", "alias/orders", "key:11-22"),
            ("X", "arn:aws:kms:r:1:key/11-22", "key:11-22"), ("X", "arn:aws:kms:r:1:alias/orders", "key:11-22"),
            ("STAGE_PARAMETER", "prod", "param:prod")
        ])
    func links(name: String, value: String, reference: String) throws {
        let variable = resolved(name, value)
        #expect(variable.of == (try Reference(parsing: reference)))
        let store: FunctionRow.Variable.Source = reference.hasPrefix("s") ? .secret : .parameter
        #expect(variable.source == (reference.hasPrefix("key") ? .plain : store))
    }

    @Test("a setting that happens to equal a short parameter name is no link")
    func shortWord() {
        #expect(resolved("STAGE", "prod").of == nil)
        #expect(resolved("STAGE", "prod").source == .unknown)
    }

    @Test("another value is no link")
    func other() { #expect(resolved("DB_SECRET", "prod/orders/other").of == nil) }

    @Test("what a later load no longer has is forgotten, a name at a time; its namesake of another kind stays")
    func forgets() throws {
        var index = index
        index.insert(
            .parameter(.sample("/prod/orders/db", arn: "arn:aws:ssm:r:1:parameter/prod/orders/db")), generation: 1)
        index.insert(
            .key(.sample("11-22", arn: "arn:aws:kms:r:1:key/11-22", aliases: ["alias/renamed"])), generation: 1)
        func named(_ text: String, by variable: String = "X") -> String? {
            index.reference(for: key.fingerprint(ofName: text), variable: variable)?.text
        }
        index.dropOlder(than: 1, of: .key)
        #expect(named("alias/orders") == nil)
        #expect(named("alias/renamed") == "key:11-22")
        #expect(named("11-22") == "key:11-22")
        index.dropOlder(than: 1, of: .parameter)
        #expect(named("prod", by: "STAGE_PARAMETER") == nil)
        #expect(named("prod/orders/db", by: "DB_PARAM") == "param:/prod/orders/db")
        index.dropOlder(than: 1, of: .secret)
        #expect(named("prod/orders/db", by: "DB_SECRET") == "param:/prod/orders/db")
        index.dropOlder(than: 2, of: .parameter)
        #expect(named("prod/orders/db", by: "DB_SECRET") == nil)
        #expect(named("/prod/orders/db") == nil)
    }
}
