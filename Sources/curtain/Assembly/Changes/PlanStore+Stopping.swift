import Glibc
import Operations

extension PlanStore {
    /// Asks the process that runs the plan to stop behind the call that is under way. (The C function kill.)
    ///
    /// - Returns: the process.
    func askToStop(_ id: PlanID) throws(OperationFailure) -> Int32 {
        guard let process = try runner(of: id) else {
            throw OperationFailure(
                .notFound, "nobody runs \(id) at this moment; curtain status \(id) says where it stands")
        }
        guard kill(process, SIGTERM) == 0 else {
            throw OperationFailure(.failed, "cannot stop process \(process): \(SystemText.of(errno: errno))")
        }
        return process
    }
}
