import Inventory

/// A published version is deleted, because its variables hold the old value. Never one that an alias sends traffic to.
struct DeleteFunctionVersion: StepWork {
    struct Move: Sendable {
        let function: String
        let version: String
    }

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        guard case .function(let name, let version?) = context.step.reference, Int(version) != nil else {
            return .failed("only a version with a number is deleted, and the step names none")
        }
        guard direction == .forward else { return .reached([:]) }
        let functions = context.tools.functions
        do throws(CallFailure) {
            _ = try await functions.state(of: name, qualifier: version)
        } catch {
            if error.cause == .missing { return .reached([.version: version]) }
            throw error
        }
        let pointing = try await functions.aliases(of: name).filter {
            $0.value.version == version || $0.value.weights[version] != nil
        }
        if let alias = pointing.keys.min() {
            return .moved("alias \(alias) of \(name) sends traffic to version \(version) by now")
        }
        return .ready(Move(function: name, version: version), [.version: version])
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        do throws(CallFailure) {
            let receipt = try await context.tools.functions.deleteVersion(move.version, of: move.function)
            return ActAnswer(receipt, reached: [.version: move.version])
        } catch {
            // Gone since the look: the next one says so.
            if error.cause == .missing { throw CallFailure(.changed, error.failure) }
            throw error
        }
    }
}
