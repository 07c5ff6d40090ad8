import AccountAccess
import ArgumentParser
import FoundationEssentials
import Inventory
import Operations
import Settings

/// `curtain check`
struct CheckCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look for what is wrong: findings, each with its evidence, its risk and what to do.",
        discussion: """
            Reads names, times, shapes and policies, and no stored value unless --note is given: then it reads every secret \
            and parameter, each on record, for copies in variables and for values that are nearly full. docs/check.md explains each finding. A baseline file \
            accepts known ones, each with a reason. Exit code 3: something was found; 4: nothing was found, and something \
            could not be read.
            """)

    static let formats = Set(OutputFormat.allCases)

    @Option(name: .long, help: "Only findings as bad as this or worse: low, medium, high, critical.")
    var severity: Severity = .low

    @Option(
        name: .long, help: ArgumentHelp("Only this rule; may be given several times.", valueName: "rule"))
    var rule: [FindingRule] = []

    @Option(
        name: .long, help: ArgumentHelp("Findings that are accepted, with their reasons.", valueName: "file"),
        completion: .file(extensions: ["toml"]))
    var baseline: String?

    @Option(
        name: .customLong("write-baseline"),
        help: ArgumentHelp("Accept all that is found now and add it to this file.", valueName: "file"))
    var newBaseline: String?

    @Option(name: .long, help: ArgumentHelp("Why, for --write-baseline.", valueName: "text"))
    var reason: String?

    @Option(
        name: .customLong("customer-key"),
        help: ArgumentHelp(
            "Secrets and parameters whose names begin so must be under a customer key; several are possible.",
            valueName: "prefix"))
    var customerKey: [String] = []

    @Option(name: .customLong("max-age"), help: "Days after which an unchanged secret without rotation is a finding.")
    var maximumAge = 365

    static let places = PlaceScope.regionsAndProfiles

    @OptionGroup(title: "What is read") var facts: FactsOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func validate() throws {
        if newBaseline != nil, reason?.allSatisfy(\.isWhitespace) ?? true {
            throw ValidationError("--write-baseline needs --reason: why are these accepted?")
        }
        if maximumAge < 1 { throw ValidationError("--max-age takes days from 1.") }
    }

    func run(in session: Session) async throws -> ExitStatus {
        // A wrong file is told before an account is read.
        let known = try baseline.map { path throws(SettingsError) in try FindingBaseline(path: path) }
        let policy = CheckPolicy(customerKeyPrefixes: customerKey, maximumAge: maximumAge)
        let places = try await SessionPlaces.of(session)
        let facts = facts
        // Of each region its findings are kept, not what they were made from.
        let (checked, failure) = try await places.map(limit: facts.placesAtOnce) { place in
            let account = try await CheckedFacts.load(place.session, facts) { facts in
                facts.secrets.map(\.common.reference) + facts.parameters.map(\.common.reference)
            }
            return (
                place: place, findings: account.findings(policy), values: account.facts.plainValues, gaps: account.gaps
            )
        }
        let wanted = Finding.merged(checked.map(\.findings), plainValues: checked.map(\.values)).filter { finding in
            finding.severity >= severity && (rule.isEmpty || rule.contains(finding.rule))
        }
        let report = FindingReport(wanted, baseline: known ?? FindingBaseline(), day: Timestamp.day(Date()))
        try FindingOutput(report, session: session, places: places).print()
        if let newBaseline, let reason { try write(report, to: newBaseline, reason) }
        for outcome in checked { outcome.place.tell(gaps: outcome.gaps) }
        if let failure { return failure }
        for entry in report.unmatched where severity == .low && rule.isEmpty && !session.options.quiet {
            StandardError.line("curtain: accepted but not found any more: \(entry.id)")
        }
        if !report.open.isEmpty, newBaseline == nil { return .finding }
        return checked.allSatisfy(\.gaps.isEmpty) ? .done : .stoppedHalfway
    }

    private func write(_ report: FindingReport, to path: String, _ reason: String) throws {
        var baseline = FindingBaseline()
        if FileManager.default.fileExists(atPath: path) { baseline = try FindingBaseline(path: path) }
        baseline.accept(
            report.open.map { FindingBaseline.Entry(id: $0.id, reason: reason, reference: $0.reference?.text) })
        do {
            try baseline.text.write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw OperationFailure(.failed, "cannot write \(path)")
        }
    }
}

extension Severity: ExpressibleByArgument {}
extension FindingRule: ExpressibleByArgument {}
