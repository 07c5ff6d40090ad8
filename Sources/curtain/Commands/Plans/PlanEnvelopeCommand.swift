import ArgumentParser
import Inventory
import Operations

/// `curtain plan envelope PAYLOAD`
struct PlanEnvelopeCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "envelope",
        abstract: "Plan that a function gets the key of a sealed payload.",
        discussion: """
            The encrypted data key goes into a variable, and the role may decrypt it with this encryption context only. The \
            payload is yours to bring: the plan waits until it lies where you say and the code opens it (curtain resume PLAN \
            --done).
            """)

    @Argument(
        help: ArgumentHelp("The envelope's payload, as curtain envelope seal has written it.", valueName: "payload"),
        completion: .file())
    var payload: String

    @Option(help: ArgumentHelp("The function that opens it.", valueName: "function"))
    var function: String

    @Option(help: ArgumentHelp("The variable for the encrypted key.", valueName: "name"))
    var variable: String

    @Option(help: ArgumentHelp("The KMS key that encrypts the data key.", valueName: "key"))
    var key: String

    @OptionGroup var encrypted: EncryptedKeyOption

    @Option(
        help: ArgumentHelp("Where the payload will lie: zip, s3://BUCKET/KEY, dynamodb:TABLE/ITEM.", valueName: "place")
    )
    var place = "zip"

    @Option(help: ArgumentHelp("Who gives the role its right: apply (the plan), or hand-over (you).", valueName: "who"))
    var grant: PlanMoveCommand.Grant = .apply

    @Flag(
        name: .customLong("write-over-stacks"),
        help: "Write a variable of a function that belongs to a stack; its next deployment takes it away.")
    var writeOverStacks = false

    @OptionGroup(title: "Rollout") var rollout: RolloutOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws {
        guard place == "zip" || place.hasPrefix("s3://") || place.hasPrefix("dynamodb:") else {
            throw ValidationError("--place takes zip, s3://BUCKET/KEY or dynamodb:TABLE/ITEM.")
        }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let envelope = OpenableEnvelope(
            payload: try FileSource(payload), encryptedKey: try encrypted.resolve(for: payload))
        guard case .text(let text) = envelope.encryptedKey else {
            throw UsageFailure(
                "\(payload): a plan takes the encrypted key from a file; an AWS Encryption SDK message has it inside and needs "
                    + "no variable")
        }
        _ = try OpenableEnvelope.wrappedKey(base64: text)
        let name = function.hasPrefix("fn:") ? String(function.dropFirst(3)) : function
        let request = EnvelopeRequest(
            function: name, variable: variable, encryptedKey: text.filter { !$0.isWhitespace },
            context: try envelope.encryptionContext(), key: try EnvelopeKey.parse(key), payload: place,
            appliesGrants: grant == .apply, writesOverStacks: writeOverStacks, rollout: rollout.applied(to: Rollout()))
        let plan = try await PlanMaking(session).make(about: .function(name: name), note: nil) {
            planner, stores async throws(OperationFailure) in
            try await planner.envelope(request, stores: stores)
        }
        try session.print(plan: plan)
        return .done
    }
}
