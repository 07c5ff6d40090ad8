import Inventory

/// AWSPREVIOUS, and the labels of curtain's own, leave the old version of the secret: Secrets Manager deletes a version
/// without labels by and by. The last label goes here and nowhere else, because a person has said that it shall.
struct ForgetSecretVersion: StepWork {
    struct Move: Sendable {
        let secret: String
        let version: String
        let label: String
    }

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        guard case .secret(let name, let version?, _) = context.step.reference else {
            return .failed("the step does not name the version")
        }
        guard direction == .forward else { return .reached([:]) }
        let labels = try await context.tools.secrets.state(of: name).labels[version] ?? []
        guard !labels.contains("AWSCURRENT") else {
            return .person("version \(version) of \(name) is current again: somebody has gone back to it")
        }
        guard let label = labels.filter(Self.isOurs).min() else { return .reached([.version: version]) }
        return .ready(Move(secret: name, version: version, label: label), [.version: version])
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        do throws(CallFailure) {
            return ActAnswer(
                try await context.tools.secrets.moveLabel(
                    move.label, to: nil, from: move.version, in: move.secret))
        } catch {
            // An answer was lost before and it has happened: the next look says so.
            if error.cause == .refused, error.failure.code == "InvalidParameterException" {
                throw CallFailure(.changed, error.failure)
            }
            throw error
        }
    }

    /// Labels that other people have put there keep their version; the list of what still holds the value names it.
    static func isOurs(_ label: String) -> Bool {
        label == "AWSPREVIOUS" || label == "AWSPENDING" || label.hasPrefix("curtain-")
    }
}
