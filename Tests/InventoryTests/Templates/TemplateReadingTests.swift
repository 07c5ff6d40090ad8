import Inventory
import SensitiveMemory
import Testing

/// Templates as people and tools write them: plain CloudFormation in JSON and YAML, SAM, and what the CDK makes.
@Suite("What templates say of functions")
struct TemplateReadingTests {
    private static let secretARN = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:DbSecret-x1Y2z3-AbCdEf"

    private static func read(
        _ template: String, resources: [(String, String, String)] = [("Pay", "pay", "AWS::Lambda::Function")],
        parameters: [String: Reference] = [:]
    ) throws -> TemplateReading {
        let key = FingerprintKey(try Array("k".utf8).withUnsafeBytes { try SecretBytes(copying: $0) })
        let context = TemplateContext(
            stack: "s", deployed: nil, place: AccountPlace(account: "111122223333", region: "eu-west-1"),
            resources: resources.map { TemplateContext.Resource(logicalID: $0.0, physicalID: $0.1, type: $0.2) },
            parameters: parameters)
        var template = template
        return template.withUTF8 {
            TemplateReading(UnsafeRawBufferPointer($0), context: context, observer: VariableObserver(key: key))
        }
    }

    private static let yaml = """
        AWSTemplateFormatVersion: '2010-09-09'
        Parameters:
          # a comment
          KeyName: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /prod/key}
        Resources:
          Pay:
            Type: AWS::Lambda::Function
            Properties:
              FunctionName: !Sub '${AWS::StackName}-pay'
              Handler: index.handler
              Code:
                ZipFile: |
                  def handler(event, context):
                    return {"{{resolve:ssm:/not/a/property}}": 1}

              Environment:
                Variables:
                  LOG_LEVEL: INFO   # plain
                  STRIPE: '{{resolve:secretsmanager:prod/payments/stripe:SecretString:apiKey}}'
                  OLD: "{{resolve:secretsmanager:prod/payments/stripe:SecretString:apiKey:AWSPREVIOUS}}"
                  TABLE: !Ref Table
                  DB_ARN: !Ref DbSecret
                  DB_PASSWORD: !Sub
                    - "{{resolve:secretsmanager:${Id}:SecretString:password}}"
                    - Id: !Ref DbSecret
                  URL: !Join
                    - ''
                    - - "postgres://app:"
                      - !Sub "{{resolve:secretsmanager:${DbSecret}:SecretString:password}}"
                      - "@db/orders"
                  KEY: !Ref KeyName
                  PINNED: '{{resolve:ssm:/prod/price:3}}'
                  API_TOKEN: ghp_0123456789abcdefghijABCDEFGHIJ012345
          DbSecret:
            Type: AWS::SecretsManager::Secret
          Table:
            Type: AWS::DynamoDB::Table
        """

    @Test("YAML with short forms, comments, block scalars and joins")
    func yaml() throws {
        let reading = try Self.read(
            Self.yaml,
            resources: [
                ("Pay", "pay", "AWS::Lambda::Function"), ("DbSecret", Self.secretARN, "AWS::SecretsManager::Secret"),
                ("Table", "t-1", "AWS::DynamoDB::Table")
            ], parameters: ["KeyName": .parameter(name: "/prod/key")])
        #expect(reading.problems.isEmpty)
        let uses = Dictionary(grouping: reading.facts.uses) { $0.variable ?? "-" }
        let stripe = Reference.secret(name: "prod/payments/stripe")
        let db = Reference.secret(name: "DbSecret-x1Y2z3")
        func found(_ variable: String) -> [StackFacts.Use]? { uses[variable] }
        #expect(found("STRIPE")?.map(\.source) == [stripe])
        #expect(found("STRIPE")?.first?.rule == .templateResolve && found("STRIPE")?.first?.pin == nil)
        #expect(found("OLD")?.first?.pin == "AWSPREVIOUS")
        #expect(found("DB_ARN")?.map(\.rule) == [.templateResource])
        #expect(found("DB_ARN")?.map(\.source) == [db])
        #expect(found("DB_PASSWORD")?.map(\.source) == [db])
        #expect(found("DB_PASSWORD")?.first?.rule == .templateResolve)
        #expect(found("URL")?.map(\.source) == [db])
        #expect(found("KEY")?.map(\.rule) == [.templateParameter])
        #expect(found("PINNED")?.first?.pin == "3")
        #expect(found("LOG_LEVEL") == nil && found("TABLE") == nil)
        #expect(reading.facts.plainValues.map(\.variable.name) == ["API_TOKEN"])
        #expect(reading.facts.members == [.function(name: "pay"), db])
        // Code is a property like any other: what is resolved there arrives there.
        #expect(found("-")?.map(\.source) == [.parameter(name: "/not/a/property")])
    }

    @Test("JSON as the CDK writes it")
    func cdk() throws {
        let reading = try Self.read(
            #"""
            {"Resources":{"Pay8F2A":{"Type":"AWS::Lambda::Function","Properties":{"Environment":{"Variables":{
              "PASSWORD":{"Fn::Join":["",["{{resolve:secretsmanager:",{"Ref":"DbSecret"},":SecretString:password::}}"]]},
              "ARN":{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":secretsmanager:",{"Ref":"AWS::Region"},":",
                {"Ref":"AWS::AccountId"},":secret:prod/x"]]},
              "FIXED":"{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/y-AbCdEf:SecretString:k::v-9}}"
            }}}},"DbSecret":{"Type":"AWS::SecretsManager::Secret"}}}
            """#,
            resources: [
                ("Pay8F2A", "stack-Pay8F2A-Q1", "AWS::Lambda::Function"),
                ("DbSecret", Self.secretARN, "AWS::SecretsManager::Secret")
            ])
        #expect(reading.problems.isEmpty)
        #expect(reading.facts.uses.map(\.function) == ["stack-Pay8F2A-Q1", "stack-Pay8F2A-Q1"])
        #expect(reading.facts.uses.map(\.source) == [.secret(name: "DbSecret-x1Y2z3"), .secret(name: "prod/y")])
        #expect(reading.facts.uses.map(\.pin) == [nil, "v-9"])
        #expect(reading.facts.plainValues.isEmpty)
    }

    @Test("a nested stack: the parent has it as a member, and what it is given leads through its parameters")
    func nested() throws {
        let parent = try Self.read(
            """
            Resources:
              DbSecret: {Type: 'AWS::SecretsManager::Secret'}
              Child:
                Type: AWS::CloudFormation::Stack
                Properties: {TemplateURL: child.yaml, Parameters: {Db: !Ref DbSecret}}
            """,
            resources: [
                ("DbSecret", Self.secretARN, "AWS::SecretsManager::Secret"),
                (
                    "Child", "arn:aws:cloudformation:eu-west-1:111122223333:stack/parent-Child-1X2/9f8e",
                    "AWS::CloudFormation::Stack"
                )
            ])
        #expect(parent.problems.isEmpty && parent.facts.uses.isEmpty)
        #expect(parent.facts.members == [.secret(name: "DbSecret-x1Y2z3"), .stack(name: "parent-Child-1X2")])
        // DescribeStacks tells the child's parameters with the values that the parent gave them.
        let child = try Self.read(
            """
            Parameters:
              Db: {Type: String}
            Resources:
              Pay:
                Type: AWS::Lambda::Function
                Properties:
                  Environment:
                    Variables:
                      DB_SECRET_ARN: !Ref Db
                      DB_PASSWORD: !Sub '{{resolve:secretsmanager:${Db}:SecretString:password}}'
            """, parameters: ["Db": .secret(name: "DbSecret-x1Y2z3")])
        #expect(child.problems.isEmpty)
        #expect(child.facts.uses.map(\.rule) == [.templateParameter, .templateResolve])
        #expect(child.facts.uses.allSatisfy { $0.source == .secret(name: "DbSecret-x1Y2z3") && $0.function == "pay" })
    }

    @Test("SAM with globals")
    func sam() throws {
        let reading = try Self.read(
            """
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Function:
                Runtime: python3.13
                Environment:
                  Variables:
                    API_KEY: '{{resolve:ssm:/prod/api/key}}'
            Resources:
              Pay:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: s3://b/k
                  Policies:
                    - AWSSecretsManagerGetSecretValuePolicy:
                        SecretArn: !Ref DbSecret
                  Environment: {Variables: {A: "{{resolve:secretsmanager:prod/a}}", B: !GetAtt DbSecret.Id}}
              DbSecret: {Type: "AWS::SecretsManager::Secret"}
            """,
            resources: [
                ("Pay", "pay", "AWS::Lambda::Function"), ("DbSecret", Self.secretARN, "AWS::SecretsManager::Secret")
            ])
        #expect(reading.problems.isEmpty)
        let uses = reading.facts.uses.map { "\($0.variable ?? "-") \($0.rule) \($0.source)" }
        #expect(
            uses == [
                "API_KEY templateResolve param:/prod/api/key", "A templateResolve secret:prod/a",
                "B templateResource secret:DbSecret-x1Y2z3", "- templateResource secret:DbSecret-x1Y2z3"
            ])
    }

    @Test("a text that is no template is a problem that quotes nothing")
    func broken() throws {
        for text in ["{\"Resources\": ", "a: [1, 2", "a: 'canary", "\t- canary\n a"] {
            let reading = try Self.read(text)
            #expect(reading.facts.uses.isEmpty)
            #expect(!reading.problems.joined().contains("canary"))
        }
        #expect(try Self.read("a: [1, 2").problems.first?.contains("line 1: a bracket is not closed") == true)
    }

    @Test("hostile nesting ends in an error, not in a crash")
    func deep() throws {
        let flow = String(repeating: "[", count: 100_000)
        #expect(!(try Self.read("a: " + flow)).problems.isEmpty)
        let blocks = (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(!(try Self.read(blocks)).problems.isEmpty)
    }
}
