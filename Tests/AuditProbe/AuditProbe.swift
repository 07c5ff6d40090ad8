import AuditTrail
import Glibc
import StateFiles

/// Appends records and says on standard output what it was told: for the tests that kill it between any two
/// system calls or make them fail.
///
///     AuditProbe FOLDER COUNT
///
/// prints `written SEQ HASH` only after `append` has returned, and `failed WHY` when it threw.
///
///     AuditProbe FOLDER COUNT@3
///
/// does the same with three records at a time.
///
///     AuditProbe FOLDER quick|full
///
/// verifies and prints what it found and the milliseconds that it took.
///
///     AuditProbe FOLDER time
///
/// appends 400 records and prints the milliseconds of each, a line each.
@main
struct AuditProbe {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { exit(64) }
        if let depth = AuditVerification.Depth(rawValue: arguments[2]) {
            return verify(arguments[1], depth)
        }
        guard arguments[2] != "time" else { return time(arguments[1]) }
        let numbers = arguments[2].split(separator: "@").map { Int($0) ?? 0 }
        guard let count = numbers.first, count > 0 else { exit(64) }
        let width = numbers.count > 1 ? numbers[1] : 1
        let context = AuditContext(user: "probe", host: "h", processID: getpid(), session: "probe")
        do throws(StateFilesError) {
            let trail = AuditTrail(in: try StateFolder(at: arguments[1]))
            for number in 1...count {
                let outcomes = trail.append(
                    together: (0..<width).map { _ in
                        AuditRecord(.planMade, .done, context: context, note: "probe \(number)")
                    })
                for outcome in outcomes {
                    switch outcome {
                    case .success(let receipt): say("written \(receipt.sequence) \(receipt.hash)")
                    case .failure(let error): say("failed \(error)")
                    }
                }
            }
        } catch {
            say("failed \(error)")
        }
    }

    private static func verify(_ path: String, _ depth: AuditVerification.Depth) {
        do {
            let start = ContinuousClock.now
            let found = try AuditVerification(of: try StateFolder(at: path), depth: depth)
            let time = (ContinuousClock.now - start) / .milliseconds(1)
            say("\(found.state) \(found.records) \(Int(time))")
        } catch {
            say("failed \(error)")
        }
    }

    private static func time(_ path: String) {
        let context = AuditContext(user: "probe", host: "h", processID: getpid(), session: "probe")
        do {
            let trail = AuditTrail(in: try StateFolder(at: path))
            for number in 1...400 {
                let start = ContinuousClock.now
                _ = try trail.append(AuditRecord(.revealRequested, .pending, context: context, note: "look \(number)"))
                say("\((ContinuousClock.now - start) / .milliseconds(1))")
            }
        } catch {
            say("failed \(error)")
            exit(74)
        }
    }

    private static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        while write(1, bytes, bytes.count) == -1, errno == EINTR {}
    }
}
