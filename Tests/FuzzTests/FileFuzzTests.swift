import AuditTrail
import FoundationEssentials
import Glibc
import Inventory
import Settings
import StateFiles
import Testing

@Suite("Fuzz: files and references")
struct FileFuzzTests {
    private func folder() throws -> StateFolder {
        try StateFolder(at: "/tmp/curtain-fuzz-\(getpid())-\(UInt64.random(in: .min ... .max))")
    }

    private func write(_ bytes: [UInt8], to path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }

    @Test("config.toml is read or refused, with a line that it has", arguments: [1, 2] as [UInt64])
    func configuration(seed: UInt64) throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let path = folder.path(of: "config.toml")
        var mutator = Mutator(
            seed: seed,
            [
                "[reveal]\nseconds = 20\nnote_pattern = \"[A-Z]+\"\n\n[safety]\nread_only_profiles = [\"*prod*\"]\n",
                "[ui]\ncolumns = { functions = [\"name\"] }\n[aws]\nregions = ['a', \"b\"]\n[audit]\nship = \"\"\"x\ny\"\"\"\n"
            ],
            words: [
                "[", "]", "[[", "=", "\"", "'", "\"\"\"", "\\u", "\n", "\r\n", "#", "{", "}", "true", "1979-05-27",
                "0x", "_", ".",
                "\u{0}", "\u{FEFF}", "reveal.seconds = 1\n"
            ])
        for _ in 0..<Mutator.rounds {
            let bytes = mutator.next()
            try write(bytes, to: path)
            do throws(SettingsError) {
                _ = try Settings(path: path, environment: [:])
            } catch {
                let lines = bytes.count { $0 == 0x0A } + 2
                #expect(error.problems.allSatisfy { $0.line.map { (1...lines).contains($0) } ?? true }, "\(error)")
            }
        }
    }

    /// Whatever is done to a trail's file, a check never traps and never calls another trail intact.
    @Test("a trail that was changed is never intact, and no reader traps", arguments: [3, 4] as [UInt64])
    func trail(seed: UInt64) throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let trail = AuditTrail(in: folder)
        let context = AuditContext(user: "u", host: "h", processID: 1, session: "s")
        for number in 1...4 {
            try trail.append(AuditRecord(.planMade, .done, context: context, note: "record \(number)"))
        }
        let path = folder.path(of: "audit.jsonl")
        let whole = Array(try Data(contentsOf: URL(filePath: path)))
        var mutator = Mutator(
            seed: seed, [String(decoding: whole, as: UTF8.self)],
            words: ["\n", "{", "}", "\"", ",\"prev\":\"", "{\"seq\":", "0", "\u{0}", "null", "é"])
        for _ in 0..<Mutator.rounds / 3 {
            let bytes = mutator.next()
            guard bytes != whole else { continue }
            try write(bytes, to: path)
            for depth in [AuditVerification.Depth.quick, .full] {
                let state = try AuditVerification(of: folder, depth: depth).state
                // What was written behind the last record may be half a line of a crash; it is never called intact.
                #expect(state != .intact, "\(depth): \(String(decoding: bytes, as: UTF8.self))")
            }
            try AuditReader(of: folder).forEach { _ in true }
            _ = try AuditReader(of: folder).last(3)
        }
    }

    @Test("a head is read or refused", arguments: [5] as [UInt64])
    func head(seed: UInt64) throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        try AuditTrail(in: folder).append(
            AuditRecord(.planMade, context: AuditContext(user: "u", host: "h", processID: 1, session: "s")))
        let path = folder.path(of: "audit.head")
        let whole = Array(try Data(contentsOf: URL(filePath: path)))
        var mutator = Mutator(
            seed: seed, [String(decoding: whole, as: UTF8.self)],
            words: ["{", "}", "\"count\":", "-1", "1e9", "9223372036854775808", "\"", "\u{0}", "\n"])
        for _ in 0..<Mutator.rounds / 3 {
            try write(mutator.next(), to: path)
            do throws(AuditError) { _ = try AuditVerification(of: folder, depth: .quick) } catch {
                guard case .unknownFormat = error else {
                    if case .files = error { continue }
                    Issue.record("\(error)")
                    continue
                }
            }
        }
    }

    @Test(
        "a reference that is taken is printed so that it reads back the same; an error never repeats it",
        arguments: [6, 7] as [UInt64])
    func references(seed: UInt64) {
        var mutator = Mutator(
            seed: seed,
            [
                "fn:pay@live", "env:pay@3/DB_PASSWORD", "param:/prod/db:3", "secret:prod/db@AWSCURRENT#/a/b~1c",
                "key:alias/x",
                "arn:aws:lambda:eu-west-1:111122223333:function:pay:live",
                "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf",
                "arn:aws:ssm:eu-west-1:111122223333:parameter/prod/db", "/prod/db", "role:a", "esm:1-2-3"
            ],
            words: [
                ":", "@", "#", "/", "%", "%25", "%00", "%zz", "~", "\u{0}", "\u{202E}", "é", "arn:aws:", "$LATEST",
                "canary7f3a"
            ])
        for _ in 0..<Mutator.rounds {
            let text = String(decoding: mutator.next(), as: UTF8.self)
            do throws(ReferenceError) {
                let reference = try Reference(parsing: text)
                let again = try Reference(parsing: reference.text)
                #expect(again == reference, "\(text)")
                #expect(again.text == reference.text, "\(text)")
            } catch {
                #expect(!"\(error)".contains("canary7f3a"), "\(text)")
            }
        }
    }
}
