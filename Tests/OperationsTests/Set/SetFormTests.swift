import Inventory
import Operations
import Testing

@Suite("The form of a value that is set, and the names of what is made")
struct SetFormTests {
    let secret = Reference.secret(name: "s")

    private func bench(_ value: String, given: String) -> SetBench {
        var bench = SetBench()
        bench.given = given
        bench.stores.secrets["s"] = FakeStores.Secret(
            state: SecretState(arn: "arn:s", labels: ["v-1": ["AWSCURRENT"]]), values: ["v-1": value])
        return bench
    }

    private func current(_ bench: SetBench) -> String? {
        bench.stores.secrets["s"].flatMap { secret in secret.state.current.flatMap { secret.values[$0] } }
    }

    @Test("JSON is checked before it is sent, and the place of a mistake is told, never what stands there")
    func json() async throws {
        for (old, new, fits) in [
            (#"{"a":"1"}"#, #"{"a":"2"}"#, true), (#"{"a":"1"}"#, #"{"a":"canary"#, false),
            (#"{"a":"1"}"#, "canary", false), (#"{"a":"1"}"#, #"["canary"]"#, false), ("plain", "canary", true),
            ("plain", "{canary", false), ("plain", #" {"a":"b"} "#, true)
        ] {
            let bench = bench(old, given: new)
            let end = await bench.run(try await bench.plan(SetRequest(secret)))
            #expect((end == .finished(problems: [])) == fits, "\(old) to \(new)")
            #expect(current(bench) == (fits ? new : old))
            guard !fits, case .stopped(let failure, _) = end else { continue }
            #expect(failure.kind == .badInput && failure.message.contains("--any-form"))
            #expect(!failure.message.contains("canary"))
            let forced = self.bench(old, given: new)
            let plan = try await forced.plan(SetRequest(secret, acceptsAnyForm: true))
            #expect(await forced.run(plan) == .finished(problems: []))
        }
    }

    @Test("a field is added and taken away, the rest stays byte for byte")
    func fields() async throws {
        let old = #"{ "user":"u" , "password":"canary-1" }"#
        for (request, value) in [
            (
                SetRequest(.secret(name: "s", pointer: "/token"), .create),
                #"{ "user":"u" , "password":"canary-1" ,"token":"n"}"#
            ),
            (SetRequest(.secret(name: "s", pointer: "/password"), .delete(recoveryDays: 30)), #"{ "user":"u" }"#),
            (SetRequest(.secret(name: "s", pointer: "/user"), .delete(recoveryDays: 30)), #"{ "password":"canary-1" }"#)
        ] {
            let bench = bench(old, given: "n")
            #expect(await bench.run(try await bench.plan(request)) == .finished(problems: []))
            #expect(current(bench) == value)
        }
        for request in [
            SetRequest(.secret(name: "s", pointer: "/user"), .create),
            SetRequest(.secret(name: "s", pointer: "/user/x"), .create),
            SetRequest(.secret(name: "s", pointer: "/none"), .delete(recoveryDays: 30))
        ] {
            let bench = bench(old, given: "n")
            #expect(await bench.run(try await bench.plan(request)) != .finished(problems: []))
            #expect(current(bench) == old && bench.stores.writes == 0)
        }
    }

    @Test("names that differ only in case are named, and kept apart")
    func twins() async throws {
        let bench = SetBench()
        let plan = try await bench.plan(SetRequest(.secret(name: "Prod/DB"), .create, names: ["prod/db", "Prod/DB2"]))
        #expect(plan.warnings.contains { $0.hasPrefix("prod/db differs from Prod/DB only in case") })
        for reference in [Reference.secret(name: "Prod/DB"), .parameter(name: "/Prod/DB")] {
            let failure = await #expect(throws: OperationFailure.self) {
                try await bench.plan(SetRequest(reference, names: ["prod/db", "/prod/db"]))
            }
            #expect(failure?.kind == .notFound && failure?.message.contains("prod/db") == true)
        }
    }

    @Test("what AWS takes of a name, at its edges")
    func names() async throws {
        func fits(_ reference: Reference) async -> Bool {
            do throws(OperationFailure) {
                _ = try await SetBench().plan(SetRequest(reference, .create))
                return true
            } catch {
                #expect(error.kind == .usage)
                return false
            }
        }
        func text(_ count: Int) -> String { String(repeating: "x", count: count) }
        #expect(await fits(.secret(name: text(512))))
        #expect(await !fits(.secret(name: text(513))))
        #expect(await !fits(.secret(name: "db-AbC123")))
        #expect(await fits(.secret(name: "db-AbC12")))
        #expect(await !fits(.secret(name: "a b")))
        #expect(await fits(.parameter(name: "/" + text(1_010))))
        #expect(await !fits(.parameter(name: "/" + text(1_011))))
        let levels = (1...15).map { "/l\($0)" }.joined()
        #expect(await fits(.parameter(name: levels)))
        #expect(await !fits(.parameter(name: levels + "/more")))
        #expect(await !fits(.parameter(name: "/aws/x")))
        #expect(await !fits(.parameter(name: "a/b")))
        #expect(await !fits(.parameter(name: "/a b")))
    }

    @Test("descriptions and tags, at their edges")
    func settings() async throws {
        func fits(_ settings: RequestedSettings) async -> Bool {
            do throws(OperationFailure) {
                _ = try await SetBench().plan(SetRequest(.secret(name: "new"), .create, settings: settings))
                return true
            } catch {
                #expect(error.kind == .usage)
                return false
            }
        }
        func text(_ count: Int) -> String { String(repeating: "x", count: count) }
        #expect(await fits(RequestedSettings(description: text(2_048))))
        #expect(await !fits(RequestedSettings(description: text(2_049))))
        #expect(await fits(RequestedSettings(tags: [text(128): text(256)])))
        #expect(await !fits(RequestedSettings(tags: [text(129): ""])))
        #expect(await !fits(RequestedSettings(tags: ["k": text(257)])))
        let tags = Dictionary(uniqueKeysWithValues: (1...50).map { ("t\($0)", Optional("v")) })
        #expect(await fits(RequestedSettings(tags: tags)))
        #expect(await !fits(RequestedSettings(tags: tags.merging(["more": "v"]) { $1 })))
    }
}
