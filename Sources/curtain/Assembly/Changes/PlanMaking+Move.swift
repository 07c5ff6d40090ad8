import AccountAccess
import FoundationEssentials
import Inventory
import Operations

extension PlanMaking {
    /// A plan that brings a value to another store. What reads it is found as for a rotation; no value is read.
    func move(_ request: MoveRequest) async throws -> Plan {
        try await make(about: request.subjects[0], note: nil) {
            planner, stores async throws(OperationFailure) in
            try await planner.move(request, stores: stores)
        }
    }
}
