import FoundationEssentials
import Inventory
import Operations

/// CloudTrail with one use of whatever is watched; a region that may not be asked, and functions that fail.
struct PlayedWatch: WatchReading {
    func target(_ reference: Reference, since: Date?, now: Date) async throws(OperationFailure) -> WatchTarget {
        guard case .accessKey(let id) = reference else {
            throw OperationFailure(.usage, "\(reference) leaves no trace")
        }
        return WatchTarget(reference, .accessKey(id), since: since ?? now)
    }

    func look(for targets: [WatchTarget]) async -> [WatchLook] {
        let now = Date()
        let uses = targets.map { target in
            WatchUse(
                id: "e-1", time: now, reference: target.reference.text, actor: "arn:aws:iam::111122223333:user/eve",
                action: "GetSecretValue", region: "eu-west-1", requestID: "r-1", sourceIP: "203.0.113.7", agent: nil,
                errorCode: nil, isOwn: false)
        }
        return [
            WatchLook(region: "eu-west-1", newest: now, uses: uses, problems: []),
            WatchLook(region: "us-east-1", newest: nil, uses: [], problems: ["us-east-1 may not be asked"])
        ]
    }

    func pulses(of functions: [String], minutes: Int, now: Date) async throws(OperationFailure) -> [FunctionPulse] {
        functions.map { FunctionPulse(function: $0, errors: [0, 2], throttles: [0, 0]) }
    }
}
