import AuditTrail
import Dispatch
import Operations
import Synchronization

/// The records of this session: who acts, and one line for whatever is put on record beside a reveal.
///
/// Records are written in the order in which they were asked for, away from the main thread: a slow disk or
/// another process that holds the trail's lock never stops a key.
final class SessionRecords: Sendable {
    private let trail: Result<ConsoleWorld.Trail, OperationFailure>
    private let identity: Mutex<AuditContext>
    private let queue = DispatchQueue(label: "curtain.session-records")

    init(_ world: ConsoleWorld) {
        trail = world.trail
        identity = Mutex(world.context)
    }

    /// Who acts, as far as that is known.
    var context: AuditContext { identity.withLock { $0 } }

    func take(_ caller: Caller) {
        identity.withLock { context in
            context.actorARN = caller.arn
            context.account = caller.account
            context.accessKeyID = caller.accessKeyID
        }
    }

    func take(incident: String?) { identity.withLock { $0.incident = incident } }

    /// Appends a record after those that were asked for before. Returns why it could not be written.
    func append(
        _ event: AuditEvent, _ outcome: AuditOutcome? = nil, note: String? = nil
    ) async -> OperationFailure? {
        await perform {
            var record = AuditRecord(event, outcome, context: self.context)
            record.note = note
            do throws(OperationFailure) {
                let audit = try self.trail.get().audit
                do throws(AuditError) { try audit.append(record) } catch {
                    throw OperationFailure(.auditUnwritable, "\(error)")
                }
                return nil
            } catch {
                return error
            }
        }
    }

    /// Runs a piece of work that writes a record, in its turn.
    func perform(_ work: @escaping @Sendable () -> OperationFailure?) async -> OperationFailure? {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
    }
}
