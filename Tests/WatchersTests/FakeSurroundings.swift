import Synchronization
import Testing
import Watchers

/// A machine as a test describes it. A question that was not announced is a failure.
final class FakeSurroundings: TerminalSurroundings {
    let ownProcess: Int32 = 100
    private let table: [SeenProcess]
    private let environments: [Int32: [String: String]]
    private let files: [Int32: [String]]
    private let answers: Mutex<[String: String?]>

    /// - Parameter answers: by the program that is asked; nil is no answer.
    init(
        _ processes: [SeenProcess], environments: [Int32: [String: String]] = [:], files: [Int32: [String]] = [:],
        answers: [String: String?] = [:]
    ) {
        table = processes
        self.environments = environments
        self.files = files
        self.answers = Mutex(answers)
    }

    func set(_ program: String, _ answer: String?) { answers.withLock { $0[program] = .some(answer) } }

    func variables(_ names: [String], of process: Int32) -> [String: String] {
        (environments[process] ?? [:]).filter { names.contains($0.key) }
    }

    func process(_ id: Int32) -> SeenProcess? { table.first { $0.id == id } }
    func processes(named name: String) -> [SeenProcess] { table.filter { $0.name == name } }
    func openFiles(of process: Int32) -> [String]? { files[process] }
    func exists(_ path: String) -> Bool { path == "/tmp/tmux-0/default" }

    func ask(_ program: String, _ arguments: [String]) -> String? {
        guard let answer = answers.withLock({ $0[program] }) else {
            Issue.record("nobody announced that \(program) would be asked")
            return nil
        }
        return answer
    }
}
