import ArgumentParser
import Operations
import StateFiles

/// A plan by its id or its file.
struct PlanArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The plan: its id or its file; or the id of a set of plans.", valueName: "plan"),
        completion: .file())
    var plan: String

    /// The plan's id; a file that is not known yet is kept first.
    func resolve(in store: PlanStore) throws -> PlanID {
        if let id = PlanID(plan) { return id }
        guard let bytes = try StateFile.contents(atPath: plan, limit: 16 << 20) else {
            throw OperationFailure(.notFound, "\(plan) is neither a plan's id nor a file; curtain plans lists plans")
        }
        let read: Plan
        do throws(PlanFault) { read = try Plan(json: bytes) } catch {
            throw OperationFailure(.badInput, "\(plan): \(error)")
        }
        try store.add(read)
        return read.id
    }
}
