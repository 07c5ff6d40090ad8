import AccountAccess
import AuditTrail
import ConsoleViewModels
import FoundationEssentials
import Inventory
import Operations
import Testing

@testable import Console

@Suite("Loading effects")
@MainActor
struct LoadingEffectTests {
    let bench = RunnerBench()

    private func row(_ name: String) -> ResourceRow {
        .parameter(
            ParameterRow(
                common: ResourceCommon(
                    reference: .parameter(name: name), name: name, arn: nil, account: nil, region: "eu-west-1",
                    modified: nil), type: "String", tier: nil, version: 1, kmsKey: nil, policies: [],
                modifiedBy: nil, description: nil))
    }

    @Test("a list comes as rows, changes, a warning for what is missing, and its end, with its generation")
    func list() async throws {
        bench.account.play {
            $0.updates = [
                .rows([row("/a")]), .changed([row("/a")]), .incomplete(OperationFailure(.denied, "no tags"))
            ]
        }
        bench.runner.load(.parameter, generation: 7)
        let rows = try await bench.next("rows") {
            if case .rows(.parameter, generation: 7, let rows) = $0 { rows } else { nil }
        }
        #expect(rows.map(\.common.name) == ["/a"])
        try await bench.next("changed") { if case .rowsChanged(.parameter, generation: 7, _) = $0 { () } else { nil } }
        let notice = try await bench.next("warning") { if case .notice(let notice) = $0 { notice } else { nil } }
        #expect(notice == Notice(.warning, "no tags"))
        try await bench.next("end") { if case .listFinished(.parameter, generation: 7) = $0 { () } else { nil } }
        #expect(bench.account.calls == ["list parameter"])
    }

    @Test("functions are told their new links with the generation of their own list")
    func relinked() async throws {
        bench.runner.load(.function, generation: 3)
        try await bench.next("functions") { if case .listFinished(.function, generation: 3) = $0 { () } else { nil } }
        bench.account.play { $0.relinked = [row("/b")] }
        bench.runner.load(.secret, generation: 1)
        try await bench.next("links") { if case .rowsChanged(.function, generation: 3, _) = $0 { () } else { nil } }
    }

    @Test("a failure names its kind, its code and what to do")
    func failures() async throws {
        bench.account.play {
            $0.listFailure = OperationFailure(.unreachable, "cannot list keys", code: "CURLE_COULDNT_CONNECT")
        }
        bench.runner.load(.key, generation: 1)
        let problem = try await bench.next("failure") {
            if case .listFailed(.key, generation: 1, let problem) = $0 { problem } else { nil }
        }
        #expect(problem.kind == .unreachable && problem.code == "CURLE_COULDNT_CONNECT" && !problem.advice.isEmpty)
        bench.runner.loadDetail(.key(id: "1"), generation: 2)
        let missing = try await bench.next("missing") {
            if case .detailFailed(.key(id: "1"), generation: 2, let problem) = $0 { problem } else { nil }
        }
        #expect(missing.kind == .notFound)
    }

    @Test("who we are is told with the end of the credentials; a session that has ended is told apart from none")
    func identity() async throws {
        bench.runner.loadIdentity()
        let identity = try await bench.next("identity") {
            if case .identity(let identity) = $0 { identity } else { nil }
        }
        #expect(identity.account == "111122223333" && identity.credentialsEnd == 1_800_000_000)
        for (code, kind) in [("ExpiredToken", Problem.Kind.expiredCredentials), ("NoCredentials", .noCredentials)] {
            bench.account.play { $0.callerFailure = OperationFailure(.noCredentials, "none", code: code) }
            bench.runner.loadIdentity()
            let problem = try await bench.next("failure") {
                if case .identityFailed(let problem) = $0 { problem } else { nil }
            }
            #expect(problem.kind == kind)
        }
    }

    @Test("a mode that is left takes effect when it is on record; if it cannot be recorded the reason comes back")
    func modes() async throws {
        bench.runner.record(.shareOff)
        let change = try await bench.next("recorded") { if case .modeRecorded(let change) = $0 { change } else { nil } }
        #expect(change == .shareOff && bench.trail.lines == ["mode.changed done"])
        bench.trail.refuse(.modeChanged)
        bench.runner.record(.readOnlyOff)
        let problem = try await bench.next("refused") {
            if case .modeRecordFailed(.readOnlyOff, let problem) = $0 { problem } else { nil }
        }
        #expect(problem.kind == .auditUnwritable)
    }

    @Test("a session that cannot be recorded says so and goes on without values")
    func unrecordedSession() async throws {
        let bench = RunnerBench(trailFailure: OperationFailure(.auditUnwritable, "the folder is not ours"))
        bench.runner.begin()
        let notice = try await bench.next("warning") { if case .notice(let notice) = $0 { notice } else { nil } }
        #expect(notice.text.contains("values stay closed"))
    }
}
