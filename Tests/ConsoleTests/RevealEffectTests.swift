import AuditTrail
import ConsoleViewModels
import Inventory
import Operations
import SensitiveMemory
import Testing

@testable import Console

@Suite("The reveal effect")
@MainActor
struct RevealEffectTests {
    let bench = RunnerBench()
    let parameter = Reference.parameter(name: "/a")

    @Test("who we are is asked first, the request recorded, the value fetched, and its closing recorded once")
    func order() async throws {
        bench.account.play { $0.values = [parameter: "canary-1"] }
        let request = bench.request(parameter)
        bench.runner.reveal(request, mode: AccessMode())
        let (ticket, content) = try await bench.revealed()
        #expect(ticket == request.ticket)
        guard case .value(let value, form: .text, version: "v1") = content else {
            Issue.record("not a text: \(content)")
            return
        }
        var seen = ""
        value.read { seen = String(decoding: $0, as: UTF8.self) }
        #expect(seen == "canary-1")
        #expect(bench.account.calls == ["caller", "fetch param:/a"])
        #expect(
            bench.trail.records.map(\.context.actorARN)
                == Array(repeating: "arn:aws:iam::111122223333:user/tester", count: 2))

        value.shut()
        #expect(bench.account.handedOut.allSatisfy { $0.count == 0 })
        #expect(bench.trail.lines == ["reveal.requested pending", "reveal.shown done"])
        bench.runner.mask(ticket, .moved)
        bench.runner.mask(ticket, .quit)
        #expect(try await bench.records(3) == ["reveal.requested pending", "reveal.shown done", "reveal.masked moved"])
        await bench.runner.end()
        #expect(bench.trail.lines.dropFirst(3) == ["session.ended"])
    }

    @Test("a field of a JSON secret is asked for by its pointer, and its names are told without values")
    func fields() async throws {
        let secret = Reference.secret(name: "db")
        bench.account.play { $0.values = [secret: #"{"user":"u","password":"canary-2"}"#] }
        bench.runner.reveal(bench.request(secret), mode: AccessMode())
        guard case (_, .fields(let fields, version: "v1")) = try await bench.revealed() else {
            Issue.record("no fields")
            return
        }
        #expect(fields.map(\.pointer) == ["/user", "/password"])
        #expect(bench.account.handedOut.allSatisfy { $0.count == 0 })
        bench.runner.reveal(bench.request(secret, pointer: "/password", number: 2), mode: AccessMode())
        guard case (_, .value(let value, form: .text, version: _)) = try await bench.revealed() else {
            Issue.record("no value")
            return
        }
        var seen = ""
        value.read { seen = String(decoding: $0, as: UTF8.self) }
        #expect(seen == "canary-2")
    }

    @Test("an answer that nobody waits for any more is wiped, recorded with the reason, and never handed out")
    func unwanted() async throws {
        let (entered, enter) = AsyncStream<Void>.makeStream()
        let (opened, open) = AsyncStream<Void>.makeStream()
        bench.account.play { script in
            script.values = [parameter: "canary-3"]
            script.gate = {
                enter.finish()
                for await _ in opened {}
            }
        }
        let request = bench.request(parameter)
        bench.runner.reveal(request, mode: AccessMode())
        for await _ in entered {}
        bench.runner.cancelReveal(request.ticket, .screenChanged)
        open.finish()
        _ = try await bench.revealFailed()
        #expect(bench.account.handedOut.allSatisfy { $0.count == 0 })
        await bench.runner.end()
        #expect(bench.trail.lines == ["reveal.requested pending", "reveal.failed failed", "session.ended"])
        #expect(bench.trail.records[1].error == "interrupted")
    }

    @Test("taken back after it has come, it is closed with the reason")
    func takenBackLate() async throws {
        bench.account.play { $0.values = [parameter: "canary-4"] }
        let request = bench.request(parameter)
        bench.runner.reveal(request, mode: AccessMode())
        _ = try await bench.revealed()
        bench.runner.cancelReveal(request.ticket, .idle)
        #expect(bench.account.handedOut.allSatisfy { $0.count == 0 })
        #expect(try await bench.records(3).last == "reveal.masked idle")
    }

    @Test("what is still open at the end is closed and recorded before the session's own end")
    func openAtTheEnd() async throws {
        bench.account.play { $0.values = [parameter: "canary-5"] }
        bench.runner.reveal(bench.request(parameter), mode: AccessMode())
        _ = try await bench.revealed()
        await bench.runner.end()
        #expect(bench.account.handedOut.allSatisfy { $0.count == 0 })
        #expect(bench.trail.lines.suffix(2) == ["reveal.masked quit", "session.ended"])
    }

    @Test("a value that is closed by leaving is on record before the session's end, however soon that comes")
    func closedByLeaving() async throws {
        bench.account.play { $0.values = [parameter: "canary-6"] }
        let request = bench.request(parameter)
        bench.runner.reveal(request, mode: AccessMode())
        _ = try await bench.revealed()
        bench.runner.mask(request.ticket, .quit)
        await bench.runner.end()
        #expect(bench.trail.lines.suffix(2) == ["reveal.masked quit", "session.ended"])
    }

    @Test("without a trail, without a known caller, or in a mode that forbids it, nothing is fetched")
    func refused() async throws {
        let deaf = RunnerBench(trailFailure: OperationFailure(.auditUnwritable, "the folder is not ours"))
        deaf.runner.reveal(deaf.request(parameter), mode: AccessMode())
        #expect(try await deaf.revealFailed().kind == .auditUnwritable)
        #expect(deaf.account.calls.isEmpty)

        bench.account.play {
            $0.callerFailure = OperationFailure(.noCredentials, "gone", code: "ExpiredToken")
        }
        bench.runner.reveal(bench.request(parameter), mode: AccessMode())
        #expect(try await bench.revealFailed().kind == .expiredCredentials)
        bench.account.play { $0.callerFailure = nil }
        for mode in [AccessMode(readOnly: true), AccessMode(share: true)] {
            bench.runner.reveal(bench.request(parameter), mode: mode)
            #expect(try await bench.revealFailed().kind == .denied)
        }
        bench.trail.refuse(.revealRequested)
        bench.runner.reveal(bench.request(parameter), mode: AccessMode())
        #expect(try await bench.revealFailed().kind == .auditUnwritable)
        #expect(bench.account.calls.allSatisfy { $0 == "caller" })
    }
}
