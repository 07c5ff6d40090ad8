import FoundationEssentials
import Testing

@testable import Inventory

@Suite("What the rows of a load have in common is kept once, and nobody sees it")
struct SharedRowPartsTests {
    private func row(_ name: String, arn: String?, sharing: SharedRowParts?) -> ParameterRow {
        ParameterRow(
            common: ResourceCommon(
                reference: .parameter(name: name), name: name, arn: arn, account: "111122223333", region: "eu-west-1",
                modified: nil, sharing: sharing), type: "SecureString", tier: "Standard", version: 1,
            kmsKey: "alias/aws/ssm", policies: [], modifiedBy: "arn:aws:iam::111122223333:user/deploy",
            description: nil, sharing: sharing)
    }

    @Test(
        "an ARN is what it was, whether the row spells it out or not",
        arguments: [
            ("/prod/db", "arn:aws:ssm:eu-west-1:111122223333:parameter/prod/db"),
            ("plain", "arn:aws:ssm:eu-west-1:111122223333:parameter/plain"),
            ("/a", "arn:aws-cn:ssm:cn-north-1:111122223333:parameter/a"),
            ("/prod/db", "arn:aws:ssm:eu-west-1:111122223333:parameter/other"), ("", "arn:aws:x"),
            ("/cleaned<U+202E>", "arn:aws:ssm:eu-west-1:111122223333:parameter/cleaned<U+202E>")
        ])
    func names(name: String, arn: String) {
        let shared = row(name, arn: arn, sharing: SharedRowParts())
        #expect(shared.common.arn == arn)
        #expect(shared == row(name, arn: arn, sharing: nil))
        #expect(shared != row(name, arn: arn + "x", sharing: nil))
        #expect(row(name, arn: nil, sharing: SharedRowParts()).common.arn == nil)
    }

    @Test("rows of one load have one object for what is equal, and another for what is not")
    func objects() {
        let parts = SharedRowParts()
        let here = ResourcePlace(account: "1", region: "eu-west-1", arn: "arn:x/a", name: "a")
        #expect(here == ResourcePlace(account: "1", region: "eu-west-1", arn: "arn:x/b", name: "b"))
        let first = parts.places.shared(here)
        #expect(parts.places.shared(here) === first)
        #expect(parts.places.shared(ResourcePlace(account: "2", region: "eu-west-1", arn: nil)) !== first)
    }

    @Test("tags are found by the ARN, and a parameter's by its name in both forms")
    func tags() {
        var tags = ResourceTags()
        tags.insert(["squad": "pay"], arn: "arn:aws:ssm:eu-west-1:111122223333:parameter/prod/db")
        tags.insert(["squad": "mail"], arn: "arn:aws:ssm:eu-west-1:111122223333:parameter/plain")
        tags.insert(["squad": "ops"], arn: "arn:aws:lambda:eu-west-1:111122223333:function:api")
        #expect(tags.count == 3)
        #expect(tags.tags(of: row("/prod/db", arn: nil, sharing: nil).common) == ["squad": "pay"])
        #expect(tags.tags(of: row("plain", arn: nil, sharing: nil).common) == ["squad": "mail"])
        #expect(tags.tags(of: row("/plain", arn: nil, sharing: nil).common) == ["squad": "mail"])
        #expect(tags.tags(of: row("/db", arn: nil, sharing: nil).common).isEmpty)
        let function = ResourceCommon(
            reference: .function(name: "api"), name: "api", arn: "arn:aws:lambda:eu-west-1:111122223333:function:api",
            account: nil, region: "eu-west-1", modified: nil)
        #expect(tags.tags(of: function) == ["squad": "ops"])
    }
}
