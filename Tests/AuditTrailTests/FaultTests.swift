import AuditTrail
import FoundationEssentials
import StateFiles
import Testing

/// Every system call of an append is made to fail, or is the last thing that the process does.
@Suite("Faults at every system call", .serialized)
struct FaultTests {
    /// What an append touches files with.
    private static let calls: Set<String> = [
        "openat", "newfstatat", "fstat", "pread64", "write", "pwrite64", "fsync", "ftruncate", "renameat", "flock",
        "close"
    ]

    /// One call of a run: the how-manieth of its name.
    struct Place: Hashable, CustomStringConvertible {
        let name: String
        let number: Int
        var description: String { "\(name) \(number)" }
    }

    /// A trail as a crash may have left it.
    enum Start {
        case nothing, intact
        /// The head is a record behind, and the last line is torn.
        case crashed
        /// The head is a record behind, and of three lines that were written together a page is missing.
        case damaged
    }

    @Test("killed before any call: every receipt is in the trail, which is intact or torn, and goes on")
    func killed() async throws {
        for start in [Start.nothing, .crashed, .damaged] {
            for place in try await places(from: start) {
                let bench = try make(start)
                let run = try await strace(bench, "inject=\(place.name):signal=KILL:when=\(place.number)")
                try check(bench, run, "\(start), killed at \(place)")
            }
        }
    }

    @Test("any call fails: no receipt for what is not in the trail", arguments: ["EIO", "ENOSPC"])
    func failing(error: String) async throws {
        for start in [Start.nothing, .crashed, .damaged] {
            for place in try await places(from: start) where fails(place, with: error) {
                let bench = try make(start)
                let run = try await strace(bench, "inject=\(place.name):error=\(error):when=\(place.number)")
                try check(bench, run, "\(start), \(error) at \(place)")
            }
        }
    }

    @Test("records that are written together: killed before any call, or a call fails; all or none is on record")
    func together() async throws {
        for start in [Start.nothing, .intact] {
            for place in try await places(from: start, writing: "2@3") {
                let faults = ["signal=KILL"] + (fails(place, with: "EIO") ? ["error=EIO"] : [])
                for fault in faults {
                    let bench = try make(start)
                    let run = try await strace(
                        bench, "inject=\(place.name):\(fault):when=\(place.number)", writing: "2@3")
                    try check(bench, run, "\(start), \(fault) at \(place)")
                    // What is told of three records that share a write is the same of each; the very first of a trail
                    // goes alone, and a write may also be the probe's own words.
                    if start == .intact, fault != "signal=KILL", place.name != "write" {
                        #expect(run.receipts.count % 3 == 0, "\(start), \(fault) at \(place)")
                    }
                }
            }
        }
    }

    @Test("an interrupted call is made again")
    func interrupted() async throws {
        for place in try await places(from: .crashed) where place.name != "close" && place.name != "newfstatat" {
            let bench = try make(.crashed)
            let run = try await strace(bench, "inject=\(place.name):error=EINTR:when=\(place.number)")
            try check(bench, run, "EINTR at \(place)")
            #expect(run.receipts.count == 2, "EINTR at \(place): \(run.output)")
        }
    }

    @Test("several processes at once, one of them killed: every receipt is its own record")
    func processes() async throws {
        let bench = try make(.intact)
        let probe = try ProbeRun.built("AuditProbe")
        let path = bench.place.path
        let runs = try await withThrowingTaskGroup(of: ProbeRun.self) { group in
            for number in 0..<4 {
                group.addTask {
                    let arguments =
                        number > 0
                        ? [probe, path, "20"]
                        : [
                            "/usr/bin/strace", "-o", "/dev/null", "-e", "inject=fsync:signal=KILL:when=9", probe, path,
                            "20"
                        ]
                    return try await ProbeRun(
                        arguments[0], Array(arguments.dropFirst()), output: "\(path)/output-\(number)")
                }
            }
            return try await group.reduce(into: [ProbeRun]()) { $0.append($1) }
        }
        let sequences = runs.flatMap(\.receipts).map(\.sequence)
        #expect(Set(sequences).count == sequences.count)
        #expect(sequences.count > 60)
        for run in runs { try check(bench, run, "several") }
    }

    @Test("when no sync succeeds nothing is reported as written")
    func neverSynced() async throws {
        let bench = try make(.intact)
        let run = try await strace(bench, "inject=fsync:error=EIO:when=1+")
        #expect(run.receipts.isEmpty)
        #expect(run.output.contains("the disk refused to keep an earlier audit record"))
        try check(bench, run, "no sync")
    }

    @Test("a failed sync that can be taken back costs one record, not the session")
    func syncedLater() async throws {
        let bench = try make(.intact)
        let run = try await strace(bench, "inject=fsync:error=EIO:when=1")
        #expect(run.receipts.map(\.sequence) == [4])
        try check(bench, run, "one sync")
    }

    @Test(
        "a short write is gone on with or taken back, and one that kills leaves a torn line", arguments: [true, false])
    func shortWrite(isIgnored: Bool) async throws {
        let bench = try make(.intact)
        let size = try bench.bytes("audit.jsonl").count
        // The file may grow by less than a record: the kernel writes a part, then refuses with SIGXFSZ or EFBIG.
        let limit = size / 512 + 1
        let script = "\(isIgnored ? "trap '' XFSZ; " : "")ulimit -f \(limit); exec \"$0\" \"$1\" 2"
        let run = try await ProbeRun(
            "/bin/sh", ["-c", script, try ProbeRun.built("AuditProbe"), bench.place.path],
            output: bench.place.path + "/output")
        #expect(run.receipts.count < 2)
        #expect((run.status == 0) == isIgnored)
        try check(bench, run, "short write")
    }

    /// What must hold after whatever happened.
    private func check(_ bench: TrailBench, _ run: ProbeRun, _ what: String) throws {
        let check = try AuditVerification(of: bench.folder, depth: .full)
        let isTorn: Bool
        switch check.state {
        case .intact: isTorn = false
        case .torn: isTorn = true
        case .tampered, .truncated:
            Issue.record("\(what): \(check.state)")
            return
        }
        let hashes = try bench.lines().map { AuditHashes.hex(Array($0.utf8)) }
        for receipt in run.receipts {
            try #require(receipt.sequence <= hashes.count, "\(what): record \(receipt.sequence) is lost")
            #expect(hashes[receipt.sequence - 1] == receipt.hash, "\(what)")
        }
        try bench.appendAnew()
        #expect(try bench.verify() == .intact, "\(what), then one more")
        if isTorn { #expect(try AuditReader(of: bench.folder).last(2).first?.event == "audit.repaired", "\(what)") }
    }

    private func make(_ start: Start) throws -> TrailBench {
        switch start {
        case .nothing: return try TrailBench()
        case .intact: return try TrailBench(records: 3)
        case .crashed:
            let bench = try TrailBench(records: 3)
            let head = try bench.bytes("audit.head")
            try bench.append()
            try bench.overwrite("audit.head", head)
            try bench.overwrite("audit.jsonl", try bench.bytes("audit.jsonl") + Array("{\"seq\":5,\"ti".utf8))
            return bench
        case .damaged:
            let bench = try TrailBench(records: 3)
            let head = try bench.bytes("audit.head")
            try bench.append()
            let whole = try bench.bytes("audit.jsonl").count
            for _ in 1...3 { try bench.append() }
            var bytes = try bench.bytes("audit.jsonl")
            for index in whole + 40..<whole + 200 { bytes[index] = 0 }
            try bench.overwrite("audit.head", head)
            try bench.overwrite("audit.jsonl", bytes)
            return bench
        }
    }

    /// Whether the system gives that error for that call.
    private func fails(_ place: Place, with error: String) -> Bool {
        switch error {
        case "ENOSPC": ["openat", "write", "pwrite64", "fsync", "renameat"].contains(place.name)
        default: place.name != "close"
        }
    }

    private func strace(
        _ bench: TrailBench, _ expressions: String..., writing count: String = "2"
    ) async throws -> ProbeRun {
        try #require(
            FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "install strace: apt-get install strace")
        let options = expressions.flatMap { ["-e", $0] }
        return try await ProbeRun(
            "/usr/bin/strace",
            ["-o", bench.place.path + "/trace"] + options + [try ProbeRun.built("AuditProbe"), bench.place.path, count],
            output: bench.place.path + "/output")
    }

    /// The calls of an undisturbed run, from the first that concerns the trail.
    private func places(from start: Start, writing count: String = "2") async throws -> [Place] {
        let bench = try make(start)
        let run = try await strace(bench, "trace=\(Self.calls.sorted().joined(separator: ","))", writing: count)
        try #require(run.receipts.count == (count == "2" ? 2 : 6), "the probe does not work: \(run.output)")
        var numbers: [String: Int] = [:]
        var places: [Place] = []
        var isTrail = false
        for line in try String(contentsOfFile: bench.place.path + "/trace", encoding: .utf8).split(separator: "\n") {
            let name = String(line.prefix { $0 != "(" })
            guard Self.calls.contains(name) else { continue }
            numbers[name, default: 0] += 1
            isTrail = isTrail || line.contains("audit.lock")
            if isTrail, !line.contains("openssl") { places.append(Place(name: name, number: numbers[name] ?? 0)) }
        }
        try #require(places.count > 30, "strace shows too little")
        return places
    }
}
