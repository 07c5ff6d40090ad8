import Emulator

/// A world with an emulated AWS in it.
final class PlayedWorld: Sendable {
    let world: TemporaryWorld
    let script: ScriptedAnswers
    let aws: Emulator

    init(_ script: ScriptedAnswers = PlayedAccount.script()) throws {
        world = try TemporaryWorld()
        self.script = script
        aws = try Emulator { [script] in script.answer(to: $0) }
    }

    deinit { aws.stop() }

    /// Runs the binary against the emulator.
    func run(
        _ arguments: String..., environment: [String: String?] = [:]
    ) async throws -> CurtainBinary.Outcome {
        try await CurtainBinary.run(
            arguments, in: world, environment: ["AWS_ENDPOINT_URL": aws.url].merging(environment) { $1 })
    }
}
