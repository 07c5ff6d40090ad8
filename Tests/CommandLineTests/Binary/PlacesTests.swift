import Emulator
import StrictJSON
import Testing

@Suite("several regions and profiles")
struct PlacesTests {
    /// An account that answers in two regions, each with a secret of its own.
    private struct World {
        let world: TemporaryWorld
        let aws: Emulator

        /// - Parameter refused: a region in which secrets may not be listed.
        init(refused: String? = nil) throws {
            world = try TemporaryWorld()
            let script = PlayedAccount.script()
            let regions = ["eu-west-1", "us-east-1"].map { "<item><regionName>\($0)</regionName></item>" }
            script.set(
                "ec2:DescribeRegions",
                .xml("<DescribeRegionsResponse><regionInfo>\(regions.joined())</regionInfo></DescribeRegionsResponse>"))
            aws = try Emulator { request in
                if request.operation == "secretsmanager:ListSecrets" {
                    if request.region == refused { return .error("AccessDeniedException", "not authorized") }
                    return .json(
                        """
                        {"SecretList":[{"Name":"prod/\(request.region)","ARN":"arn:aws:secretsmanager:\(request.region):\
                        111122223333:secret:prod/\(request.region)-AbCdEf","PrimaryRegion":"eu-west-1"}]}
                        """)
                }
                if request.operation == "sts:GetCallerIdentity" {
                    let account = request.accessKeyID.hasSuffix("OTHER") ? "444455556666" : "111122223333"
                    return .xml(
                        """
                        <GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::\(account):user/tester</Arn>\
                        <UserId>AIDAFAKE</UserId><Account>\(account)</Account></GetCallerIdentityResult>\
                        </GetCallerIdentityResponse>
                        """)
                }
                return script.answer(to: request)
            }
        }

        func run(_ arguments: String..., environment: [String: String?] = [:]) async throws -> CurtainBinary.Outcome {
            defer { withExtendedLifetime(aws) {} }
            return try await CurtainBinary.run(
                arguments, in: world, environment: ["AWS_ENDPOINT_URL": aws.url].merging(environment) { $1 })
        }
    }

    @Test("a list of two regions has the rows of both, each with its region", arguments: ["eu-west-1,us-east-1", "all"])
    func list(regions: String) async throws {
        let world = try World()
        let run = try await world.run("list", "secrets", "--region", regions, "-o", "jsonl")
        #expect(run.status == 0, "\(run.error)")
        let rows = try run.output.split(separator: "\n").map { line in
            let root = try JSONDocument(String(line)).root
            return ["ref", "region", "primaryRegion"].map { root[$0]?.string ?? "" }.joined(separator: " ")
        }
        #expect(Set(rows) == ["secret:prod/eu-west-1 eu-west-1 eu-west-1", "secret:prod/us-east-1 us-east-1 eu-west-1"])
        let table = try await world.run("list", "secrets", "--region", regions)
        #expect(table.output.hasPrefix("NAME            REGION"), "\(table.output)")
        #expect(table.output.contains("replica of eu-west-1"))
        let one = try await world.run("list", "secrets", "--region", "us-east-1")
        #expect(!one.output.contains("REGION"))
    }

    @Test("a region that refuses is a line with its name; the others are printed; its exit code is the command's")
    func refused() async throws {
        let world = try World(refused: "us-east-1")
        let run = try await world.run("list", "secrets", "--region", "us-east-1,eu-west-1", "-o", "names")
        #expect(run.status == 77)
        #expect(run.output == "secret:prod/eu-west-1\n")
        #expect(run.errorLines.count == 1)
        #expect(run.error.hasPrefix("curtain: us-east-1: "))
        #expect(run.error.contains("AccessDeniedException"))
    }

    @Test(
        "a region that refuses everything ends no command that looks at the others",
        arguments: ["drift", "check", "cost"])
    func allRefused(command: String) async throws {
        let world = try World()
        let run = try await world.run(
            command, "--region", "eu-west-1,-wrong-", "--without", "versions", "--without", "policies", "--without",
            "stacks", "-o", "json")
        #expect(run.status == 78, "\(run.error)")
        #expect(run.errorLines.contains { $0.hasPrefix("curtain: -wrong-: ") }, "\(run.error)")
        #expect(run.output.hasPrefix("["))
    }

    @Test("profiles: each by its own keys and account; two of one account are read once")
    func profiles() async throws {
        let world = try World()
        try world.world.write(
            """
            [one]
            aws_access_key_id = AKIAONE
            aws_secret_access_key = x
            [two]
            aws_access_key_id = AKIAOTHER
            aws_secret_access_key = x
            [again]
            aws_access_key_id = AKIAAGAIN
            aws_secret_access_key = x
            """, to: ".aws/credentials")
        let environment: [String: String?] = [
            "AWS_ACCESS_KEY_ID": nil, "AWS_SECRET_ACCESS_KEY": nil, "AWS_SESSION_TOKEN": nil,
            "AWS_SHARED_CREDENTIALS_FILE": world.world.home + "/.aws/credentials"
        ]
        let run = try await world.run(
            "drift", "--profile", "one,two,again", "--without", "versions", "--without", "stacks", "-o", "json",
            environment: environment)
        #expect(run.error.contains("curtain: again is the account of one: it is read once"), "\(run.error)")
        let missing = try await world.run(
            "list", "secrets", "--profile", "one,nobody", "-o", "names", environment: environment)
        #expect(missing.status == 78, "\(missing.error)")
        #expect(missing.output == "secret:prod/eu-west-1\n")
        #expect(missing.error.contains("nobody"))
    }

    @Test("config.toml's regions are gone through where nobody names another; the first where a command takes one")
    func configured() async throws {
        let world = try World()
        try world.world.write("[aws]\nregions = [\"us-east-1\", \"eu-west-1\"]\n", to: "two.toml")
        let nobody: [String: String?] = ["AWS_REGION": nil, "AWS_DEFAULT_REGION": nil]
        let file = world.world.home + "/two.toml"
        let run = try await world.run("list", "secrets", "-o", "names", "--config", file, environment: nobody)
        #expect(
            Set(run.output.split(separator: "\n")) == ["secret:prod/eu-west-1", "secret:prod/us-east-1"], "\(run.error)"
        )
        let named = try await world.run("list", "secrets", "-o", "names", "--config", file)
        #expect(named.output == "secret:prod/eu-west-1\n", "\(named.error)")
    }

    /// Every command that takes one region and one profile.
    private static let single: [[String]] = [
        ["whoami"], ["show", "secret:prod/db"], ["reveal", "secret:prod/db", "--note", "a test"],
        ["compare", "secret:prod/db", "secret:prod/db", "--note", "a test"],
        ["copy", "secret:prod/db", "--note", "a test"], ["access"], ["history", "secret:prod/db"],
        ["diff", "secret:prod/db", "secret:prod/db", "--note", "a test"],
        ["plan", "rotate", "secret:prod/db", "--overlap", "--generate", "20"], ["plan", "redeploy", "fn:pay"],
        ["plans"], ["policy", "browse"], ["doctor"], ["incident", "list"], ["audit", "tail"], ["advise"], ["login"]
    ]

    @Test("a command that takes one region or profile says so and takes none", arguments: single)
    func oneOnly(arguments: [String]) async throws {
        let world = try World()
        for option in [["--region", "eu-west-1,us-east-1"], ["--region", "all"], ["--profile", "one,two"]] {
            let run = try await CurtainBinary.run(
                arguments + option, in: world.world, environment: ["AWS_ENDPOINT_URL": world.aws.url])
            #expect(run.status == 64, "\(arguments) \(run.error)")
            #expect(run.error == "curtain: \(option[0]) takes one \(option[0].dropFirst(2)) here, not \(option[1])\n")
        }
        withExtendedLifetime(world.aws) {}
    }

    @Test("what is wrong in the names is told before anything is asked")
    func wrongNames() async throws {
        let world = try World()
        for (option, value) in [("--region", "eu-west-1,"), ("--region", "all,eu-west-1"), ("--profile", ",one")] {
            let run = try await world.run("list", "secrets", option, value)
            #expect(run.status == 64, "\(run.error)")
            #expect(run.errorLines.count == 1 && run.error.contains(value))
        }
        let several = try await world.run("match", "--note", "a test", "--profile", "one,two")
        #expect(several.status == 64)
    }
}
