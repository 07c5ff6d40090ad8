import FoundationEssentials
import Inventory
import Testing

@Suite("The rights that curtain asks for")
struct PermissionTableTests {
    private static let services =
        #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
        + "/Sources/AWSServices"
    /// IAM's words for the folders; what has another name there, and what needs no right.
    private static let prefixes = [
        "CloudFormation": "cloudformation", "CloudTrail": "cloudtrail", "CloudWatch": "cloudwatch", "EC2": "ec2",
        "GuardDuty": "guardduty",
        "IAM": "iam", "KMS": "kms", "Lambda": "lambda", "Logs": "logs", "ParameterStore": "ssm", "STS": "sts",
        "SecretsManager": "secretsmanager", "Tagging": "tag"
    ]
    private static let renamed = [
        "ssm:GetParameterHistoryValues": ["ssm:GetParameterHistory"],
        "lambda:Invoke": ["lambda:InvokeFunction"], "kms:ReEncrypt": ["kms:ReEncryptFrom", "kms:ReEncryptTo"],
        "sts:GetCallerIdentity": [], "lambda:UpdateFunctionDescription": ["lambda:UpdateFunctionConfiguration"]
    ]

    @Test("every operation has its place in the table")
    func operations() throws {
        let known = Set(Permission.all.map(\.action))
        var count = 0
        for folder in try FileManager.default.contentsOfDirectory(atPath: Self.services).sorted()
        where folder != "Answers" {
            let prefix = try #require(Self.prefixes[folder], "no IAM prefix for \(folder)")
            for file in try FileManager.default.contentsOfDirectory(atPath: "\(Self.services)/\(folder)") {
                let data = try #require(FileManager.default.contents(atPath: "\(Self.services)/\(folder)/\(file)"))
                for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
                    guard line.contains("struct "),
                        line.contains(": AWSOperation") || line.contains(": PagedOperation"),
                        let name = line.firstRange(of: "struct ").map({ line[$0.upperBound...].prefix { $0.isLetter } })
                    else { continue }
                    count += 1
                    for action in Self.renamed["\(prefix):\(name)"] ?? ["\(prefix):\(name)"] {
                        #expect(known.contains(action), "\(action) is in no row of Permission.all")
                    }
                }
            }
        }
        #expect(count > 30)
    }

    @Test("browsing reads no value and changes nothing")
    func browse() {
        let actions = PermissionDocument(.browse).statements.flatMap(\.actions)
        for action in actions {
            let name = action.split(separator: ":")[1]
            #expect(["Get", "List", "Describe", "Lookup", "Filter"].contains { name.hasPrefix($0) }, "\(action)")
        }
        #expect(!actions.contains("secretsmanager:GetSecretValue") && !actions.contains("kms:Decrypt"))
        #expect(!actions.contains("ssm:GetParameter"))
    }

    @Test("values are narrowed to the prefixes, names are not")
    func prefixes() throws {
        let document = PermissionDocument(.rotate, account: "111122223333", prefixes: ["prod/", "/prod/"])
        func resources(_ sid: String) -> [String] { document.statements.first { $0.sid == sid }?.resources ?? [] }
        #expect(resources("ReadSecrets").first == "arn:aws:secretsmanager:*:111122223333:secret:prod/*")
        #expect(resources("WriteParameters").last == "arn:aws:ssm:*:111122223333:parameter/prod/*")
        #expect(resources("Secrets") == ["arn:aws:secretsmanager:*:111122223333:secret:*"])
        #expect(!document.statements.contains { $0.sid.hasPrefix("Contain") })
    }
}
