import Inventory
import RandomSource
import Testing

@Suite("References")
struct ReferenceTests {
    @Test(
        "each form of the grammar is read, and printed as it was written",
        arguments: [
            ("fn:pay", Reference.function(name: "pay")), ("fn:pay@live", .function(name: "pay", qualifier: "live")),
            ("env:pay/DB", .variable(function: "pay", name: "DB")),
            ("env:pay@7/DB", .variable(function: "pay", qualifier: "7", name: "DB")),
            ("param:/prod/db", .parameter(name: "/prod/db")), ("param:db:3", .parameter(name: "db", selector: "3")),
            ("param:/a/b:good", .parameter(name: "/a/b", selector: "good")),
            ("secret:prod/db", .secret(name: "prod/db")),
            ("secret:prod/db@AWSPENDING", .secret(name: "prod/db", version: "AWSPENDING")),
            ("secret:db#/user", .secret(name: "db", pointer: "/user")),
            ("secret:db@AWSCURRENT#/a~1b/0", .secret(name: "db", version: "AWSCURRENT", pointer: "/a~1b/0")),
            ("key:alias/orders", .key(id: "alias/orders")), ("key:12ab-34", .key(id: "12ab-34")),
            ("role:sre", .role(name: "sre")), ("user:ann", .user(name: "ann")),
            ("accesskey:AKIAEXAMPLE", .accessKey(id: "AKIAEXAMPLE")),
            ("alias:pay/live", .alias(function: "pay", name: "live")),
            ("esm:9f-1", .eventSourceMapping(uuid: "9f-1")), ("url:pay", .functionURL(function: "pay")),
            ("stack:orders", .stack(name: "orders"))
        ])
    func forms(text: String, reference: Reference) throws {
        #expect(try Reference(parsing: text) == reference)
        #expect(reference.text == text)
    }

    @Test(
        "ARNs and bare paths are read as what they name",
        arguments: [
            ("/prod/db", "param:/prod/db"), ("/prod/db:7", "param:/prod/db:7"),
            ("arn:aws:lambda:eu-west-1:1:function:pay", "fn:pay"),
            ("arn:aws:lambda:eu-west-1:1:function:pay:live", "fn:pay@live"),
            ("arn:aws:ssm:eu-west-1:1:parameter/prod/db", "param:/prod/db"),
            ("arn:aws:ssm:eu-west-1:1:parameter/db", "param:db"),
            ("arn:aws:ssm:eu-west-1:1:parameter/a/b:3", "param:/a/b:3"),
            ("arn:aws:secretsmanager:eu-west-1:1:secret:prod/db-AbC123", "secret:prod/db"),
            ("arn:aws:secretsmanager:eu-west-1:1:secret:prod/db", "secret:prod/db"),
            ("arn:aws:secretsmanager:eu-west-1:1:secret:a@b-AbC123", "secret:a%40b"),
            ("arn:aws:secretsmanager:eu-west-1:1:secret:db-AbC123@AWSPREVIOUS#/x", "secret:db@AWSPREVIOUS#/x"),
            ("secret:arn:aws:secretsmanager:eu-west-1:1:secret:db-AbC123", "secret:db"),
            ("arn:aws:kms:eu-west-1:1:key/12-34", "key:12-34"),
            ("arn:aws:kms:eu-west-1:1:alias/a/b", "key:alias/a/b"),
            ("arn:aws:lambda:eu-west-1:1:event-source-mapping:9f", "esm:9f"),
            ("arn:aws:iam::1:role/service-role/x", "role:x"), ("arn:aws:iam::1:user/ann", "user:ann"),
            ("arn:aws:sts::1:assumed-role/sre/ann", "role:sre"),
            ("arn:aws-cn:cloudformation:cn-north-1:1:stack/orders/uuid", "stack:orders")
        ])
    func otherForms(text: String, printed: String) throws {
        #expect(try Reference(parsing: text).text == printed)
    }

    @Test(
        "a text that is no reference is refused with the place of the mistake",
        arguments: [
            ("", 1), ("hello", 1), ("lambda:x", 1), ("fn:", 4), ("fn:a@", 6), ("fn:a@b@c", 7), ("env:pay", 8),
            ("env:pay/", 9), ("env:/X", 5), ("param:a:b:c", 10), ("param:a:", 9), ("param:a@b", 8), ("param:a#b", 8),
            ("secret:a#x", 10), ("secret:a#/x~2", 10), ("secret:a@b@c", 11), ("fn:a%2", 5), ("fn:a%zz", 5),
            ("fn:%ff", 4), ("fn:a b", 5), ("fn:a\n", 5), ("fn:\u{202E}a", 4), ("arn:aws:x", 1),
            ("arn:aws:s3:::bucket", 1), ("fn:arn:aws:kms:r:1:key/1", 4), ("key:arn:aws:kms:r:1:key/1@2", 26),
            ("/a:b:c", 5)
        ])
    func refused(text: String, character: Int) throws {
        let error = #expect(throws: ReferenceError.self) { try Reference(parsing: text) }
        #expect(error?.character == character)
        #expect(error?.description.contains("\n") == false)
    }

    @Test("an error never repeats what was typed: it may be a value")
    func errorsDoNotQuote() {
        for text in ["hunter2-canary", "fn:canary canary", "secret:canary@canary@canary", "canary:canary"] {
            let error = #expect(throws: ReferenceError.self) { try Reference(parsing: text) }
            #expect(error?.description.contains("canary") == false)
        }
    }

    @Test("what is printed reads back the same, whatever the names contain")
    func roundTrip() throws {
        var random = SeededRandom(seed: 0x5EED)
        for _ in 0..<20_000 {
            let reference = random.reference()
            let text = reference.text
            #expect(try Reference(parsing: text) == reference, "\(text)")
            #expect(!text.unicodeScalars.contains { $0.value < 0x21 || $0 == "\u{202E}" })
        }
    }
}
