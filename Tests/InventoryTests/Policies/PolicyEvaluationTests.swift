import Inventory
import Testing

@Suite("Decisions of policies")
struct PolicyEvaluationTests {
    private static let secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf"
    private static let role = "arn:aws:iam::111122223333:role/pay-role"

    private static func policy(_ name: String, _ statements: String) throws -> AccessPolicy {
        try AccessPolicy(name: name, json: #"{"Version":"2012-10-17","Statement":[\#(statements)]}"#)
    }

    private static func caller(_ statements: String, boundary: String? = nil, unread: [String] = []) throws
        -> PolicyCaller
    {
        PolicyCaller(
            arn: role, account: "111122223333", policies: [try policy("runtime", statements)],
            boundary: try boundary.map { try policy("boundary", $0) }, unread: unread)
    }

    private static func decide(
        _ caller: PolicyCaller, _ side: PolicyEvaluation.ResourceSide = .none,
        action: String = "secretsmanager:GetSecretValue"
    ) -> PolicyDecision {
        PolicyEvaluation().decide(
            action, on: secret, by: caller,
            in: RequestContext(known: ["aws:PrincipalArn": [role]], absent: ["aws:MultiFactorAuthPresent"]),
            resourceSide: side)
    }

    private static let allow =
        #"{"Sid":"Read","Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"arn:aws:secretsmanager:*:*:secret:prod/*"}"#

    @Test("a statement allows what it names, and nothing else")
    func allows() throws {
        #expect(Self.decide(try Self.caller(Self.allow)) == .allowed(by: "runtime, statement 1 (Read)"))
        #expect(Self.decide(try Self.caller(Self.allow), action: "secretsmanager:PutSecretValue") == .notAllowed)
        #expect(Self.decide(try Self.caller(#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#)).isPossible)
        #expect(
            !Self.decide(try Self.caller(#"{"Effect":"Allow","Action":"*","NotResource":"arn:aws:secretsmanager:*"}"#))
                .isPossible)
    }

    @Test("a deny wins, wherever it stands")
    func denies() throws {
        let deny = #"{"Effect":"Deny","Action":"secretsmanager:*","Resource":"*"}"#
        #expect(Self.decide(try Self.caller("\(Self.allow),\(deny)")) == .denied(by: "runtime, statement 2"))
        #expect(Self.decide(try Self.caller(Self.allow, boundary: deny)) == .denied(by: "boundary, statement 1"))
        let everybody = #"{"Effect":"Deny","Principal":"*","Action":"secretsmanager:*","Resource":"*"}"#
        #expect(
            Self.decide(try Self.caller(Self.allow), .either(try Self.policy("resource policy", everybody)))
                == .denied(by: "resource policy, statement 1"))
        let but =
            #"{"Effect":"Deny","NotPrincipal":{"AWS":"\#(Self.role)"},"Action":"secretsmanager:*","Resource":"*"}"#
        #expect(Self.decide(try Self.caller(Self.allow), .either(try Self.policy("resource policy", but))).isPossible)
    }

    @Test("a boundary limits, and a resource policy that names the role does not lift it")
    func boundary() throws {
        let s3 = #"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#
        #expect(Self.decide(try Self.caller(Self.allow, boundary: s3)) == .notAllowed)
        #expect(Self.decide(try Self.caller(Self.allow, boundary: Self.allow)).isPossible)
        let named =
            #"{"Effect":"Allow","Principal":{"AWS":"\#(Self.role)"},"Action":"secretsmanager:*","Resource":"*"}"#
        let side = PolicyEvaluation.ResourceSide.either(try Self.policy("resource policy", named))
        #expect(Self.decide(try Self.caller(s3), side) == .allowed(by: "resource policy, statement 1"))
        #expect(Self.decide(try Self.caller(s3, boundary: s3), side) == .notAllowed)
    }

    @Test("what hangs on the request is undecided, and says on what")
    func undecided() throws {
        let vpc =
            #"{"Effect":"Allow","Action":"secretsmanager:*","Resource":"*","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}}}"#
        #expect(
            Self.decide(try Self.caller(vpc))
                == .undecided(because: "runtime, statement 1 allows it depending on aws:sourcevpc"))
        let deny =
            #"{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:SourceVpc":"vpc-1"}}}"#
        #expect(
            Self.decide(try Self.caller("\(Self.allow),\(deny)"))
                == .undecided(because: "runtime, statement 2 denies it depending on aws:sourcevpc"))
        #expect(Self.decide(try Self.caller(vpc, unread: ["policy extra"])).isPossible)
        #expect(
            Self.decide(try Self.caller("", unread: ["policy extra"]))
                == .undecided(because: "policy extra could not be read"))
    }

    @Test("a person's second factor is never there for a function")
    func secondFactor() throws {
        let mfa =
            #"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}"#
        #expect(Self.decide(try Self.caller(mfa)) == .notAllowed)
    }

    @Test("a key's policy must let the account in before the role's own policies count")
    func keyPolicy() throws {
        let root =
            #"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}"#
        let other =
            #"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/admin"},"Action":"kms:*","Resource":"*"}"#
        let own = #"{"Effect":"Allow","Principal":{"AWS":"\#(Self.role)"},"Action":"kms:Decrypt","Resource":"*"}"#
        let iam = try Self.caller(#"{"Effect":"Allow","Action":"kms:Decrypt","Resource":"*"}"#)
        let nothing = try Self.caller(#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#)
        func decide(_ caller: PolicyCaller, _ statements: String) throws -> PolicyDecision {
            Self.decide(caller, .required(try Self.policy("key policy", statements)), action: "kms:Decrypt")
        }
        #expect(try decide(iam, root).isPossible)
        #expect(try decide(nothing, root) == .notAllowed)
        #expect(try decide(iam, other) == .notAllowed)
        #expect(try decide(nothing, own).isPossible)
    }

    @Test("a text that is no policy says what is wrong and quotes nothing")
    func malformed() {
        #expect(throws: PolicyError("p", "has no Statement")) { try AccessPolicy(name: "p", json: "{}") }
        #expect(throws: PolicyError("p", "statement 1 neither allows nor denies")) {
            try AccessPolicy(name: "p", json: #"{"Statement":{"Effect":"Perhaps","Action":"*"}}"#)
        }
        #expect(throws: PolicyError.self) { try AccessPolicy(name: "p", json: "not json") }
    }
}
