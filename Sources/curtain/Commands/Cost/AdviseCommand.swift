import ArgumentParser
import Glibc
import Inventory
import Operations

/// `curtain advise`
struct AdviseCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "advise",
        abstract: "Say in which store a new secret should live, from its answers.",
        discussion: """
            What is not given is asked on a terminal and has its usual answer elsewhere. Nothing is asked of AWS. \
            docs/cost.md has the rules.
            """)

    static let callsAWS = false

    @Option(name: .long, help: "What it is: text, certificate or signing-key.") var kind: String?
    @Option(name: .customLong("blast-radius"), help: "What an attacker can do with it: small or large.")
    var blastRadius: String?
    @Option(name: .long, help: "How many functions read it.") var functions: String?
    @Option(name: .customLong("key-a-function"), help: "Whether each function can have one of its own: yes or no.")
    var keyAFunction: String?
    @Option(name: .long, help: "Its size in bytes.") var size: String?
    @Option(name: .long, help: "Whether it must rotate: none, wanted or mandated.") var rotation: String?
    @Option(name: .long, help: "Who may read the functions' configuration: few or many.") var readers: String?
    @Option(name: .long, help: "In how many regions it is needed.") var regions: String?
    @Option(name: .long, help: "How often it is read a month.") var calls: String?
    @Option(name: .long, help: ArgumentHelp("What it shall be called.", valueName: "name")) var name = "/prod/app/name"

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        var answers = AdviceAnswers()
        let asks =
            !session.options.noInput && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
            && AdviceQuestion.allCases.allSatisfy { given($0) == nil }
        for question in AdviceQuestion.allCases {
            if let answer = given(question) {
                guard let wanted = question.take(answer, into: &answers) else { continue }
                throw UsageFailure("--\(question.rawValue) takes \(wanted), not \(answer)")
            } else if asks, question != .keyAFunction || answers.functions > 1 {
                try ask(question, &answers, session)
            }
        }
        let advice = Advice(answers, name: name)
        switch session.format() {
        case .json, .jsonl: try session.print(fields: advice.fields, name: advice.store.rawValue)
        case .csv: try session.print(advice.verdicts, shape: StoreVerdict.shape)
        case .names: try session.print(lines: [advice.store.rawValue])
        case .table, .sarif, .junit: try print(advice, session)
        }
        return .done
    }

    private func given(_ question: AdviceQuestion) -> String? {
        switch question {
        case .kind: kind
        case .blastRadius: blastRadius
        case .functions: functions
        case .keyAFunction: keyAFunction
        case .size: size
        case .rotation: rotation
        case .readers: readers
        case .regions: regions
        case .calls: calls
        }
    }

    /// Asks until it is understood; nothing typed is the usual answer.
    private func ask(_ question: AdviceQuestion, _ answers: inout AdviceAnswers, _ session: Session) throws {
        while true {
            try session.print(text: "\(question.text) [\(question.usual(answers))] ")
            guard let line = readLine() else { throw OperationFailure(.interrupted, "the questions were given up") }
            let answer = line.filter { !$0.isWhitespace }
            if answer.isEmpty { return }
            guard let wanted = question.take(answer, into: &answers) else { return }
            try session.print(lines: ["  that takes \(wanted)"])
        }
    }

    private func print(_ advice: Advice, _ session: Session) throws {
        try session.print(lines: ["\(advice.choice), \(Money.text(advice.month)) a month", "", "Because"])
        try session.print(lines: advice.reasons.map { "  " + $0 })
        try session.print(lines: ["", "Look out"] + advice.cautions.map { "  " + $0 })
        try session.print(lines: ["", "How"] + advice.commands.map { "  " + $0 } + [""])
        try session.print(
            lines: [
                "Plan it",
                "  \(advice.plan.command)   \(Money.text(advice.plan.monthlyBefore ?? 0)) a month before, "
                    + "\(Money.text(advice.plan.monthlyAfter ?? 0)) after", ""
            ])
        try session.print(advice.verdicts, shape: StoreVerdict.shape)
    }
}
