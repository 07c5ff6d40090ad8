import ConsoleViewModels
import ConsoleViews
import FoundationEssentials
import Glibc
import Inventory
import TerminalCanvas

/// Drives the console's model and views with a very long list and prints what each event took, a JSON object a line.
/// `make bench` runs it; nothing here is a test.
@main
enum ConsoleProbe {
    static func main() {
        let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
        let before = residentBytes()
        var desk = Desk()
        var fill: [Double] = []
        desk.press(":", "s", "s", "m", .enter)
        load(count, generation: 1, into: &desk, &fill)
        report("a page of 50 rows arrives", fill.dropLast())
        report("the list is whole", fill.suffix(1))
        report("an order arrives", desk.answerJobs())
        report("resident for the rows", [Double(residentBytes() - before) / 1e6], unit: "MB")

        report(
            "a cursor move and its frame",
            (0..<2_000).map { step in
                desk.time { $0.press(step % 40 < 20 ? "j" : "k") }
            })
        report("a page down and its frame", (0..<400).map { _ in desk.time { $0.press(.pageDown) } })
        report(
            "to the end and back", (0..<100).flatMap { _ in [desk.time { $0.press("G") }, desk.time { $0.press("g") }] }
        )
        report("filter, first keystroke", Self.words.map { desk.type($0, after: "")[0] })
        report("filter, any keystroke", Self.words.flatMap { desk.type($0, after: "") })
        report("tag filter, any keystroke", Self.words.flatMap { Array(desk.type($0, after: "-l env=").dropFirst(3)) })
        desk.press(.pageDown, .pageDown)
        report("filter off the top, any keystroke", Self.words.flatMap { desk.type($0, after: "") })
        report(
            "a row is filled in",
            [desk.time { $0.send(.detailLoaded(.parameter(name: "/none"), generation: 1, Self.detail)) }])
        report("inverse filter, any keystroke", Self.words.flatMap { Array(desk.type($0, after: "!").dropFirst()) })
        report("fuzzy filter, any keystroke", Self.words.flatMap { Array(desk.type($0, after: "-f ").dropFirst(3)) })
        desk.press("R")
        var refresh: [Double] = []
        load(count, generation: 2, into: &desk, &refresh)
        report("a refresh of as many rows, any event", refresh + desk.answerJobs())
        report("a sort is asked for", (0..<20).map { _ in desk.time { $0.press("O") } })
        report("an order arrives after a sort", desk.answerJobs())
        report("work beside the loop", desk.jobTimes)
    }

    private static func load(_ count: Int, generation: Int, into desk: inout Desk, _ times: inout [Double]) {
        for start in stride(from: 0, to: count, by: 50) {
            let page = (start..<min(count, start + 50)).map(row)
            times.append(desk.time { $0.send(.rows(.parameter, generation: generation, page)) })
        }
        times.append(desk.time { $0.send(.listFinished(.parameter, generation: generation)) })
    }

    private static let words = [
        "payments", "prod", "db/pass", "token", "e", "zz", "settle-2", "api", "/staging/ledger", "catalogue"
    ]

    private static let stages = ["prod", "staging", "dev"]
    private static let teams = ["payments", "catalogue", "shipping", "mail", "platform", "search", "identity", "ledger"]
    private static let nouns = ["api", "worker", "webhook", "export", "import", "sync", "settle", "notify"]
    private static let fields = ["db/password", "db/user", "api/key", "token", "flags/level", "endpoint", "cert/pem"]

    private static func row(_ index: Int) -> ResourceRow {
        let name =
            "/\(stages[index % 3])/\(teams[index / 3 % 8])/\(nouns[index / 24 % 8])-\(index / 192)/\(fields[index % 7])"
        return .parameter(
            ParameterRow(
                common: ResourceCommon(
                    reference: .parameter(name: name), name: name,
                    arn: "arn:aws:ssm:eu-west-1:111122223333:parameter\(name)", account: "111122223333",
                    region: "eu-west-1", modified: Date(timeIntervalSince1970: 1_700_000_000 + Double(index)), tags: nil
                ),
                type: index % 9 == 0 ? "String" : "SecureString", tier: "Standard", version: index % 40,
                kmsKey: "alias/aws/ssm", policies: [],
                modifiedBy: "arn:aws:sts::111122223333:assumed-role/deploy/ci", description: nil))
    }

    private static var detail: ResourceDetail { ResourceDetail(row: row(77_777), sections: []) }

    private static func report(_ name: String, _ values: some Sequence<Double>, unit: String = "ms") {
        let numbers = values.map { String(Double(Int($0 * 10_000)) / 10_000) }.joined(separator: ",")
        print("{\"name\":\"\(name)\",\"unit\":\"\(unit)\",\"values\":[\(numbers)]}")
    }

    private static func residentBytes() -> Int {
        guard let text = try? String(contentsOf: URL(filePath: "/proc/self/statm"), encoding: .utf8) else { return 0 }
        let fields = text.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4_096 : 0
    }
}
