import ConsoleViewModels
import Inventory
import TerminalCanvas

/// Plans as they are read and followed.
extension World {
    static let plans = [
        entry("p-7f3a0001", .planned, 0), entry("p-61aa0002", .stopped, 5), entry("p-55bb0003", .rolledBack, 0)
    ]

    static func entry(_ id: String, _ state: PlanState, _ done: Int) -> PlanEntry {
        PlanEntry(
            id: id, work: "rotateSecret", subject: .secret(name: "payments/db"), state: state, done: done, of: 9,
            functions: 2, created: 1_795_528_000, account: "482112349907", region: "eu-west-1")
    }

    static func sheet(
        _ state: PlanState = .planned, asksValue: Bool = false, safe: String = "yes", waits: PlanWait? = nil
    ) -> PlanSheet {
        func step(
            _ action: String, _ call: String, _ undo: String, _ reference: Reference, _ wave: Int?
        ) -> PlanSheet.Step {
            PlanSheet.Step(action: action, call: call, undo: undo, reference: reference, wave: wave)
        }
        let secret = Reference.secret(name: "payments/db")
        let function = Reference.function(name: "payments-api")
        return PlanSheet(
            id: "p-7f3a0001", work: "rotate secret", subject: secret, account: "482112349907", region: "eu-west-1",
            created: 1_795_528_000, state: state, done: state == .planned ? 0 : 4, of: 4,
            values: ["Overlap: both values work until the old one is retired.", "The new value is generated."],
            asksValue: asksValue, needsNote: true, safeToStop: safe, functions: 2,
            steps: [
                step(
                    "stage secret version", "secretsmanager:PutSecretValue payments/db SecretString=<redacted>",
                    "automatic", secret, nil),
                step("promote secret version", "secretsmanager:UpdateSecretVersionStage", "automatic", secret, nil),
                step(
                    "update environment", "lambda:UpdateFunctionConfiguration payments-api Environment=<redacted>",
                    "automatic", function, 1),
                step("publish version", "lambda:PublishVersion payments-api", "", function, 1)
            ],
            holders: [
                PlanSheet.Remark(.variable(function: "payments-api", name: "DB_PASSWORD"), "current: gets the new one")
            ],
            readers: [PlanSheet.Remark(function, "until it starts anew")],
            leftOut: [PlanSheet.Remark(.function(name: "paygate-settle"), "its alias has someone else's weights")],
            problems: [], checks: ["errors=5m"], cannotUndo: ["published versions stay"],
            warnings: ["a stack has set DB_PASSWORD"],
            permissions: ["secretsmanager:PutSecretValue lambda:UpdateFunctionConfiguration"],
            estimate: "about 31 calls (6 of Lambda's shared quota), 12 s, $0.0", waits: waits)
    }

    static let follow = PlanFollow(
        id: "p-7f3a0001", command: .apply, subject: .secret(name: "payments/db"),
        rows: [
            PlanFollow.Row(
                reference: .secret(name: "payments/db"), name: "promote secret version", state: .done,
                step: "promote secret version", undo: 1, began: 1_795_528_860, ended: 1_795_528_862),
            PlanFollow.Row(
                reference: .function(name: "payments-api"), name: "payments-api", state: .run, step: "await update",
                words: "payments-api is being updated", undo: 1, began: 1_795_528_900),
            PlanFollow.Row(reference: .function(name: "payouts-worker"), name: "payouts-worker")
        ], done: 3, of: 9, wave: "wave 1 of 2", safeToStop: true,
        undo: "update environment fn:payments-api, promote secret version secret:payments/db", began: 1_795_528_860)

    static func retirement(inUse: Bool = false) -> RetirementSheet {
        let version = Reference.variable(function: "payments-api", qualifier: "7", name: "DB_PASSWORD")
        return RetirementSheet(
            plan: "p-7f3a0001", subject: .secret(name: "payments/db"),
            inUse: inUse ? [PlanSheet.Remark(version, "a schedule calls version 7 by its number")] : [],
            removed: [PlanSheet.Remark(version, "a published version that no alias points to: it is deleted")],
            stays: [PlanSheet.Remark(.stack(name: "payments"), "its template has the value")],
            steps: [
                PlanSheet.Step(
                    action: "delete function version", call: "lambda:DeleteFunction payments-api Qualifier=7",
                    undo: "", reference: .function(name: "payments-api", qualifier: "7"), wave: nil)
            ], gaps: ["copies in logs and backups"])
    }

    /// The same run, over.
    static func ended(_ state: PlanState, _ words: String = "", wantsValue: Bool = false) -> PlanFollow {
        var follow = follow
        follow.ended = PlanFollow.Ending(state: state, at: 1_795_528_920, words: words, wantsValue: wantsValue)
        return follow
    }
}

extension Session {
    /// From the question why to the list of what holds the old value.
    mutating func listRetirement(inUse: Bool = false) {
        type("nobody needs it")
        press(.enter, .enter)
        send(
            .answered(
                .retirement("p-7f3a0001", note: "nobody needs it"), .retirement(World.retirement(inUse: inUse))))
    }

    /// Opens the sample plan.
    mutating func showPlan(_ sheet: PlanSheet) {
        run("plans")
        send(.answered(.plans, .plans(World.plans)))
        press(.enter)
        send(.answered(.planSheet("p-7f3a0001"), .planSheet(sheet)))
        _ = takeEffects()
    }

    mutating func showPlan(state: PlanState = .planned) { showPlan(World.sheet(state)) }
}
