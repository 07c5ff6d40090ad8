import AccountAccess
import Inventory
import Operations
import SensitiveMemory
import Synchronization

/// Answers in the form of the AWS API reference, with values that any leak would show.
enum Recorded {
    static let canary = "canary-7f3a-in-the-clear"

    static func function(_ name: String, environment: String = "{}") -> String {
        #"""
        {"FunctionName":"\#(name)","FunctionArn":"arn:aws:lambda:eu-west-1:111122223333:function:\#(name)",
        "Runtime":"python3.12","Role":"arn:aws:iam::111122223333:role/app","LastModified":"2026-11-24T04:00:00.000+0000",
        "Version":"$LATEST","RevisionId":"rev-1","Environment":{"Variables":\#(environment)}}
        """#
    }

    static func functions(_ functions: [String], next: String? = nil) -> ScriptedCalls.Answer {
        let marker = next.map { #","NextMarker":"\#($0)""# } ?? ""
        return .body(#"{"Functions":[\#(functions.joined(separator: ","))]\#(marker)}"#)
    }

    static func parameters(_ names: [String], next: String? = nil) -> ScriptedCalls.Answer {
        let rows = names.map {
            #"{"Name":"\#($0)","ARN":"arn:aws:ssm:eu-west-1:111122223333:parameter\#($0)","Type":"SecureString"}"#
        }
        let token = next.map { #","NextToken":"\#($0)""# } ?? ""
        return .body(#"{"Parameters":[\#(rows.joined(separator: ","))]\#(token)}"#)
    }

    static func secret(_ name: String) -> String {
        #"{"ARN":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:\#(name)-AbCdEf","Name":"\#(name)"}"#
    }

    static func secrets(_ names: [String]) -> ScriptedCalls.Answer {
        .body(#"{"SecretList":[\#(names.map(secret).joined(separator: ","))]}"#)
    }

    static func keys(_ ids: [String]) -> ScriptedCalls.Answer {
        let rows = ids.map { #"{"KeyId":"\#($0)","KeyArn":"arn:aws:kms:eu-west-1:111122223333:key/\#($0)"}"# }
        return .body(#"{"Keys":[\#(rows.joined(separator: ","))],"Truncated":false}"#)
    }

    static let aliases = ScriptedCalls.Answer.body(
        #"{"Aliases":[{"AliasName":"alias/orders","TargetKeyId":"k1"},{"AliasName":"alias/aws/ssm"}]}"#)

    static func inventory(_ calls: ScriptedCalls, open: [String] = []) throws -> AccountInventory {
        let key = try Array("test key".utf8).withUnsafeBytes { FingerprintKey(try SecretBytes(copying: $0)) }
        return AccountInventory(calls: calls, region: "eu-west-1", fingerprints: key, openVariables: open)
    }
}

/// What a load has told, in its order.
final class Heard: Sendable {
    private let updates = Mutex<[(kind: ResourceKind?, update: ListUpdate)]>([])

    func hear(_ update: ListUpdate, of kind: ResourceKind? = nil) { updates.withLock { $0.append((kind, update)) } }

    var all: [ListUpdate] { updates.withLock { $0.map(\.update) } }

    /// The rows of each page.
    var pages: [[ResourceRow]] {
        all.compactMap { update in if case .rows(let rows) = update { rows } else { nil } }
    }

    var rows: [ResourceRow] { pages.flatMap(\.self) }

    var changed: [ResourceRow] {
        all.flatMap { update -> [ResourceRow] in if case .changed(let rows) = update { rows } else { [] } }
    }

    var incomplete: [OperationFailure] {
        all.compactMap { if case .incomplete(let failure) = $0 { failure } else { nil } }
    }

    func names(of kind: ResourceKind) -> [String] {
        updates.withLock { $0.filter { $0.kind == kind } }.flatMap {
            entry -> [String] in if case .rows(let rows) = entry.update { rows.map(\.common.name) } else { [] }
        }
    }
}

/// All that a dump of the thing would put into a log.
func dumped(_ thing: some Any) -> String {
    var text = ""
    dump(thing, to: &text)
    return text + String(describing: thing) + String(reflecting: thing)
}

extension ResourceRow {
    var function: FunctionRow? { if case .function(let row) = self { row } else { nil } }
    var key: KeyRow? { if case .key(let row) = self { row } else { nil } }
    var secret: SecretRow? { if case .secret(let row) = self { row } else { nil } }
}
