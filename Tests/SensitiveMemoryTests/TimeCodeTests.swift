import SensitiveMemory
import Testing

@Suite("Time-based codes")
struct TimeCodeTests {
    private func codes() throws -> TimeCode {
        TimeCode(try Array("12345678901234567890".utf8).withUnsafeBytes { try SecretBytes(copying: $0) })
    }

    @Test(
        "the last six digits of RFC 6238, appendix B, SHA-1",
        arguments: [
            (59.0, 287_082), (1_111_111_109, 81_804), (1_111_111_111, 50_471), (1_234_567_890, 5924),
            (2_000_000_000, 279_037), (20_000_000_000, 353_130)
        ] as [(Double, UInt32)])
    func vectors(seconds: Double, code: UInt32) throws {
        #expect(try codes().code(of: TimeCode.step(at: seconds)) == code)
        #expect(try codes().step(of: code, at: seconds) == TimeCode.step(at: seconds))
    }

    @Test("a code holds a step early and late, and once")
    func window() throws {
        let codes = try codes()
        let code = codes.code(of: 1000)
        for seconds in [29_970.0, 30_000, 30_059] { #expect(codes.step(of: code, at: seconds) == 1000) }
        for seconds in [29_969.0, 30_060] { #expect(codes.step(of: code, at: seconds) == nil) }
        #expect(codes.step(of: code, at: 30_000, after: 999) == 1000)
        #expect(codes.step(of: code, at: 30_000, after: 1000) == nil)
    }
}
