import AuditTrail
import Inventory
import Operations
import SensitiveMemory
import Testing

@Suite("Envelopes")
struct EnvelopeTests {
    let bench = RevealBench()
    let keys: FakeDataKeys

    init() { keys = FakeDataKeys(journal: bench.journal) }

    private func seal(
        _ content: [UInt8], format: EnvelopeFormat = .curtain, to sink: MemoryEnvelope? = nil,
        from source: MemorySource? = nil, mode: AccessMode = AccessMode()
    ) async throws -> MemoryEnvelope {
        let sink = sink ?? MemoryEnvelope(journal: bench.journal)
        let request = SealEnvelope.Request(
            key: "k1", format: format, context: try EncryptionContext(["envelope": "cert", "b": "2"]), name: "cert")
        _ = try await SealEnvelope(keys: keys, audit: bench.audit)(
            request, from: source ?? MemorySource(content), to: sink, mode: mode, as: bench.context)
        return sink
    }

    private func open(
        _ payload: [UInt8], _ key: OpenableEnvelope.EncryptedKey, note: String = "because"
    ) async throws -> [UInt8] {
        var content: [UInt8] = []
        let open = OpenEnvelope(
            keys: keys, store: bench.store, audit: bench.audit, fingerprints: FakeStore.key, policy: bench.policy)
        try await open(
            OpenableEnvelope(payload: MemorySource(payload), encryptedKey: key), note: note, mode: AccessMode(),
            as: bench.context
        ) { bytes throws(OperationFailure) in
            bench.journal.write("deliver")
            content += bytes
        }
        return content
    }

    @Test("the order of sealing and opening, and every data key wiped", arguments: EnvelopeFormat.allCases)
    func order(format: EnvelopeFormat) async throws {
        let sealed = try await seal(Array("canary".utf8), format: format)
        let payload = try #require(sealed.payload)
        let opened = try await open(payload, sealed.encryptedKey.map { .text($0) } ?? .inside)
        #expect(opened == Array("canary".utf8))
        #expect(
            bench.journal.lines == [
                "envelope.requested pending envelope:cert", "GenerateDataKey k1", "envelope.sealed done envelope:cert",
                "commit", "reveal.requested pending envelope:cert because", "Decrypt",
                "reveal.shown done envelope:cert",
                "deliver", "reveal.masked printed envelope:cert"
            ])
        #expect(keys.handedOut.map(\.count) == [0, 0])
    }

    @Test("no note, nothing is asked; no record, nothing is asked or given out")
    func refusals() async throws {
        let sealed = try await seal([1, 2, 3])
        let payload = try #require(sealed.payload)
        let key = OpenableEnvelope.EncryptedKey.text(try #require(sealed.encryptedKey))
        let before = bench.journal.lines.count
        await #expect(throws: OperationFailure.self) { try await open(payload, key, note: " ") }
        #expect(bench.journal.lines.count == before)
        bench.audit.refuse(.revealShown)
        let untold = await #expect(throws: OperationFailure.self) { try await open(payload, key) }
        #expect(untold?.kind == .auditUnwritable)
        #expect(!bench.journal.lines.contains("deliver"))
        bench.audit.refuse(.revealRequested)
        let count = keys.handedOut.count
        await #expect(throws: OperationFailure.self) { try await open(payload, key) }
        #expect(keys.handedOut.count == count)
        bench.audit.refuse(.envelopeRequested)
        await #expect(throws: OperationFailure.self) { _ = try await seal([1]) }
        #expect(keys.handedOut.count == count)
        #expect(keys.handedOut.allSatisfy { $0.count == 0 })
    }

    @Test("whatever fails while sealing: recorded, discarded, the data key wiped, nothing kept")
    func faults() async throws {
        let cases: [(MemorySource?, MemoryEnvelope.Step?, OperationFailure?)] = [
            (MemorySource([1, 2, 3], failsAt: 0), nil, nil), (nil, .write, nil), (nil, .commit, nil),
            (nil, nil, OperationFailure(.denied, "no", code: "AccessDeniedException", requestID: "r"))
        ]
        for (source, step, failure) in cases {
            let sink = MemoryEnvelope(journal: bench.journal, failing: step)
            if let failure { keys.fail(failure) }
            let thrown = await #expect(throws: OperationFailure.self) {
                _ = try await seal([1], to: sink, from: source)
            }
            #expect(sink.payload == nil)
            #expect(bench.journal.lines.suffix(2).first == "discard")
            let last = try #require(bench.audit.records.last)
            #expect(last.event == (thrown?.kind == .denied ? .envelopeDenied : .envelopeFailed))
        }
        let refused = MemoryEnvelope(journal: bench.journal)
        bench.audit.refuse(.envelopeSealed)
        await #expect(throws: OperationFailure.self) { _ = try await seal([1], to: refused) }
        #expect(refused.payload == nil)
        #expect(keys.handedOut.allSatisfy { $0.count == 0 })
    }

    @Test("read-only mode seals nothing and asks nothing")
    func readOnly() async throws {
        let failure = await #expect(throws: OperationFailure.self) {
            _ = try await seal([1], mode: AccessMode(readOnly: true))
        }
        #expect(failure?.kind == .denied)
        #expect(bench.journal.lines.isEmpty)
    }

    @Test("the encrypted key comes from a stored value; one that is no ciphertext is not quoted")
    func stored() async throws {
        let sealed = try await seal([7, 8])
        let place = Reference.variable(function: "f", name: "K")
        bench.store.answers = [place: " \(try #require(sealed.encryptedKey))\n"]
        #expect(try await open(try #require(sealed.payload), .stored(place)) == [7, 8])
        for text in ["", "canary!", "canary", "AA=A"] {
            bench.store.answers = [place: text]
            let failure = await #expect(throws: OperationFailure.self) {
                try await open(try #require(sealed.payload), .stored(place))
            }
            #expect(failure?.kind == .badInput && failure?.message.contains("canary") == false)
        }
        #expect(bench.store.handedOut.allSatisfy { $0.count == 0 })
    }

    @Test("renewing: another data key, the same content and context, the old envelope untouched")
    func renew() async throws {
        let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for format in EnvelopeFormat.allCases {
            let old = try await seal(content, format: format)
            let payload = try #require(old.payload)
            let sink = MemoryEnvelope(journal: bench.journal)
            let envelope = OpenableEnvelope(
                payload: MemorySource(payload), encryptedKey: old.encryptedKey.map { .text($0) } ?? .inside)
            let renewed = try await RenewEnvelope(
                keys: keys, store: bench.store, audit: bench.audit, policy: bench.policy)(
                    envelope, under: nil, to: sink, note: "because", mode: AccessMode(), as: bench.context)
            #expect(renewed.context.pairs == ["envelope": "cert", "b": "2"] && renewed.keyARN == "k1")
            let new = try #require(sink.payload)
            #expect(new != payload)
            #expect(try await open(new, sink.encryptedKey.map { .text($0) } ?? .inside) == content)
        }
        #expect(keys.handedOut.allSatisfy { $0.count == 0 })
    }

    @Test("rewrapping: KMS re-encrypts, the record is there before the new key is kept")
    func rewrap() async throws {
        let old = try await seal([9])
        var kept: String?
        let rewrap = RewrapEnvelope(keys: keys, audit: bench.audit)
        let source = MemorySource(try #require(old.payload))
        let done = try await rewrap(
            source, encryptedKey: try #require(old.encryptedKey), under: "k2", note: nil, mode: AccessMode(),
            as: bench.context
        ) { text throws(OperationFailure) in
            bench.journal.write("keep")
            kept = text
        }
        #expect(done.keyARN == "k2")
        #expect(bench.journal.lines.suffix(3) == ["ReEncrypt k2", "envelope.rewrapped done envelope:cert", "keep"])
        #expect(kept != old.encryptedKey)
        #expect(try await open(try #require(old.payload), .text(try #require(kept))) == [9])
    }

    @Test("a data key of another size, and a header that lies, are bad input")
    func lies() async throws {
        let context = try EncryptionContext([:])
        let short = keys.plant([1, 2, 3], context, key: "k")
        let header = #"{"id":"00000000000000000000000000000000","context":{},"chunkBytes":10}"#
        func payload(_ header: String) -> [UInt8] {
            Array("CURTAIN\u{1}".utf8) + [0, 0, 0, UInt8(header.utf8.count)] + Array(header.utf8)
                + [UInt8](repeating: 0, count: 16)
        }
        let key = OpenableEnvelope.EncryptedKey.text(short.ciphertext == [0] ? "AA==" : "AQ==")
        var failure = await #expect(throws: OperationFailure.self) { try await open(payload(header), key) }
        #expect(failure?.message.contains("3 bytes") == true)
        for wrong in [
            "{}", "[]", header.replacing("10}", with: "0}"), header.replacing("10}", with: "1048577}"),
            header.replacing("0000\"", with: "000Z\""), header.replacing("{}", with: #"{"a":1}"#),
            header.replacing("{}", with: #"{"a":"1","a":"2"}"#), header.replacing("{}", with: "[]"), "{"
        ] {
            failure = await #expect(throws: OperationFailure.self) { try await open(payload(wrong), key) }
            #expect(failure?.kind == .badInput, "\(wrong)")
        }
    }

    @Test("an encryption context that KMS or the SDK would not take is usage")
    func contexts() throws {
        for wrong in [["": "x"], ["aws-crypto-public-key": "x"], ["a": String(repeating: "x", count: 8192)]] {
            #expect(throws: OperationFailure.self) { try EncryptionContext(wrong) }
        }
        #expect(try EncryptionContext(["a": String(repeating: "x", count: 8191)]).pairs.count == 1)
    }
}
