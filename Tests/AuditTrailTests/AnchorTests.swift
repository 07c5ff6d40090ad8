import AuditTrail
import SensitiveMemory
import StateFiles
import Testing

@Suite("Anchors")
struct AnchorTests {
    private func anchor(_ count: Int, _ hash: String) -> AuditAnchor {
        AuditAnchor(
            time: "2026-11-27T18:00:00.000Z", count: count, hash: hash, keyARN: "arn:aws:kms:eu-west-1:1:key/k",
            algorithm: .ecdsaSHA256, signature: [0, 255, 62])
    }

    private func verify(
        _ bench: TrailBench, _ anchors: [AuditAnchor], _ depth: AuditVerification.Depth = .full
    ) throws -> AuditVerification.State {
        try AuditVerification(of: bench.folder, depth: depth, anchors: anchors).state
    }

    @Test("a trail goes through its anchors, the first and the last record included", arguments: [1, 3, 5])
    func intact(count: Int) throws {
        let bench = try TrailBench()
        for number in 1...count { try bench.append(note: "record \(number)") }
        let hash = try AuditVerification(of: bench.folder, depth: .quick).hash
        for number in count..<6 { try bench.append(note: "record \(number + 1)") }
        #expect(try verify(bench, [anchor(count, hash)]) == .intact)
        #expect(try verify(bench, [anchor(count, hash), anchor(count, hash)], .quick) == .intact)
    }

    @Test("a whole new trail with a head of its own, which the chain alone cannot tell, is tampered")
    func rewritten() throws {
        let old = try TrailBench(records: 4)
        let hash = try AuditVerification(of: old.folder, depth: .quick).hash
        let new = try TrailBench()
        for number in 1...6 { try new.append(note: "invented \(number)") }
        #expect(try verify(new, []) == .intact)
        #expect(try verify(new, [anchor(4, hash)]) == .tampered(line: 4, .anchor))
        #expect(try verify(new, [anchor(4, hash)], .quick) == .tampered(line: 4, .anchor))
    }

    @Test("a trail cut back together with its head is truncated")
    func truncated() throws {
        let long = try TrailBench(records: 5)
        let hash = try AuditVerification(of: long.folder, depth: .quick).hash
        let short = try TrailBench(records: 3)
        #expect(try verify(short, [anchor(5, hash)]) == .truncated(expected: 5))
        #expect(try verify(short, [anchor(5, hash), anchor(9, hash)], .quick) == .truncated(expected: 9))
    }

    @Test("two anchors that contradict each other cannot both hold")
    func contradiction() throws {
        let bench = try TrailBench(records: 3)
        let hash = try AuditVerification(of: bench.folder, depth: .quick).hash
        let other = String(repeating: "a", count: 64)
        #expect(try verify(bench, [anchor(3, hash), anchor(3, other)]) == .tampered(line: 3, .anchor))
    }

    @Test("a line is read as it was written, and kept in the order of their making")
    func file() throws {
        let bench = try TrailBench(records: 1)
        let hash = String(repeating: "0", count: 64)
        let anchors = [anchor(1, hash), anchor(7, hash)]
        for anchor in anchors { try AnchorFile.append(anchor, in: bench.folder) }
        #expect(try AnchorFile.read(in: bench.folder) == anchors)
        #expect(try AuditAnchor(line: anchors[0].line, place: "here") == anchors[0])
        let message = String(decoding: AuditAnchor.message(time: "T", count: 7, hash: "H"), as: UTF8.self)
        #expect(message == "curtain audit anchor 1\ntime T\ncount 7\nhash H\n")
    }

    @Test(
        "what is no anchor names file and line",
        arguments: [
            "", "{", "[]", #"{"format":2}"#, #"{"format":1,"time":"t","count":0,"hash":"h"}"#,
            #"{"format":1,"time":"t","count":-4,"hash":"\#(String(repeating: "0", count: 64))","keyArn":"k","algorithm":"ECDSA_SHA_256","signature":""}"#,
            #"{"format":1,"time":"t","count":4,"hash":"\#(String(repeating: "0", count: 64))","keyArn":"k","algorithm":"MD5","signature":""}"#
        ])
    func refused(line: String) {
        #expect {
            try AnchorFile.anchors(
                Array((anchor(1, String(repeating: "0", count: 64)).line + "\n" + (line.isEmpty ? " " : line)).utf8),
                path: "copy.jsonl")
        } throws: { error in
            "\(error)".hasPrefix("copy.jsonl, line 2: ")
        }
    }

    @Test("a signature is over time, count and hash: of another it is none")
    func signature() throws {
        // Signed for this very message with a key that was thrown away.
        let key = try VerifyingKey(der: Anchored.publicKey)
        #expect(try Anchored.anchor.isSigned(by: key))
        let one = Anchored.anchor
        let others = [
            AuditAnchor(
                time: "2026-11-27T18:00:00.001Z", count: one.count, hash: one.hash, keyARN: one.keyARN,
                algorithm: one.algorithm, signature: one.signature),
            AuditAnchor(
                time: one.time, count: one.count + 1, hash: one.hash, keyARN: one.keyARN, algorithm: one.algorithm,
                signature: one.signature),
            AuditAnchor(
                time: one.time, count: one.count, hash: String(one.hash.reversed()), keyARN: one.keyARN,
                algorithm: one.algorithm, signature: one.signature)
        ]
        for other in others { #expect(try !other.isSigned(by: key)) }
    }
}
