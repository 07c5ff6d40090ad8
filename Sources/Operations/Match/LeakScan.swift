/// Looks through a leaked text for the credentials in it. Works on the bytes and gives places, never a copy.
struct LeakScan {
    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// What was found and where.
    var marks: [(format: LeakFormat, range: Range<Int>)] {
        var found: [(format: LeakFormat, range: Range<Int>)] = []
        for (prefix, format, least, most) in Self.tokens {
            found += places(of: prefix).compactMap { start in
                let end = run(from: start + prefix.utf8.count, Self.isToken)
                let count = end - start - prefix.utf8.count
                return count >= least && count <= most ? (format, start..<end) : nil
            }
        }
        for (prefix, format) in [("AKIA", LeakFormat.awsAccessKey), ("ASIA", .awsSession)] {
            found += places(of: prefix).compactMap { start in
                let end = run(from: start, Self.isUpperOrDigit)
                return end - start == 20 ? (format, start..<end) : nil
            }
        }
        found += secretKeys(besides: found.contains { $0.format == .awsAccessKey })
        found += places(of: "https://hooks.slack.com/services/").map { start in
            (.slackWebhook, start..<run(from: start) { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 })
        }
        found += tokensOfJSON
        if let key = privateKey { found.append((.privateKey, key)) }
        found += passwords.map { (.connectionString, $0) }
        return found
    }

    /// The bytes of a place as text; only for what is no secret.
    func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    private static let tokens: [(String, LeakFormat, Int, Int)] = [
        ("ghp_", .gitHub, 36, 255), ("gho_", .gitHub, 36, 255), ("ghu_", .gitHub, 36, 255), ("ghs_", .gitHub, 36, 1024),
        ("ghr_", .gitHub, 36, 255), ("github_pat_", .gitHub, 40, 255), ("sk_live_", .stripe, 16, 255),
        ("rk_live_", .stripe, 16, 255), ("sk_test_", .stripe, 16, 255), ("rk_test_", .stripe, 16, 255),
        ("whsec_", .stripeWebhook, 16, 255), ("xoxb-", .slack, 10, 255), ("xoxp-", .slack, 10, 255),
        ("xoxa-", .slack, 10, 255), ("xoxs-", .slack, 10, 255), ("xapp-", .slack, 10, 255), ("xoxe-", .slack, 10, 255),
        ("xoxe.", .slack, 10, 255)
    ]

    /// A run of exactly 40 characters of base64 with all three kinds of letters: certain beside an access key's id,
    /// and taken for one when it is the whole text.
    private func secretKeys(besides hasID: Bool) -> [(format: LeakFormat, range: Range<Int>)] {
        var found: [(format: LeakFormat, range: Range<Int>)] = []
        var place = 0
        while place < bytes.count {
            guard Self.isBase64(bytes[place]) else {
                place += 1
                continue
            }
            let end = run(from: place, Self.isBase64)
            let range = place..<end
            if range.count == 40, hasID || range.count == bytes.count, isMixed(range) {
                found.append((.awsSecretKey, range))
            }
            place = end
        }
        return found
    }

    private func isMixed(_ range: Range<Int>) -> Bool {
        let part = bytes[range]
        return part.contains { (0x30...0x39).contains($0) } && part.contains { (0x41...0x5A).contains($0) }
            && part.contains { (0x61...0x7A).contains($0) }
    }

    /// `eyJ….eyJ….…`
    private var tokensOfJSON: [(format: LeakFormat, range: Range<Int>)] {
        places(of: "eyJ").compactMap { start in
            let end = run(from: start) { Self.isToken($0) || $0 == UInt8(ascii: ".") }
            let part = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
            let dots = part.indices.filter { part[$0] == UInt8(ascii: ".") }
            guard dots.count == 2, part[(dots[0] + 1)...].starts(with: Array("eyJ".utf8)), end - start > 40 else {
                return nil
            }
            return (.jsonWebToken, start..<end)
        }
    }

    /// From `-----BEGIN … PRIVATE KEY-----` to the end of its `-----END …-----`, or of the text.
    private var privateKey: Range<Int>? {
        guard let start = places(of: "-----BEGIN ").first else { return nil }
        let label = bytes[start...].prefix(64)
        guard Self.contains(UnsafeRawBufferPointer(rebasing: label), "PRIVATE KEY-----") else { return nil }
        guard let end = places(of: "-----END ").first(where: { $0 > start }) else { return start..<bytes.count }
        return start..<run(from: end) { $0 != 0x0A && $0 != 0x0D && $0 != 0x22 }
    }

    /// The passwords of `scheme://user:password@host`.
    private var passwords: [Range<Int>] {
        places(of: "://").compactMap { start in
            let rest = start + 3
            let end = run(from: rest) { $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != 0x22 && $0 != 0x27 }
            guard let at = bytes[rest..<end].lastIndex(of: UInt8(ascii: "@")),
                let colon = bytes[rest..<at].firstIndex(of: UInt8(ascii: ":")), colon + 1 < at
            else { return nil }
            return (colon + 1)..<at
        }
    }

    private func places(of text: String) -> [Int] {
        let pattern = Array(text.utf8)
        guard bytes.count >= pattern.count else { return [] }
        return (0...(bytes.count - pattern.count)).filter { place in
            // In the middle of a word it is no mark.
            if place > 0, Self.isToken(pattern[0]), Self.isToken(bytes[place - 1]) { return false }
            return pattern.indices.allSatisfy { bytes[place + $0] == pattern[$0] }
        }
    }

    private static func contains(_ bytes: UnsafeRawBufferPointer, _ text: String) -> Bool {
        let pattern = Array(text.utf8)
        guard bytes.count >= pattern.count else { return false }
        return (0...(bytes.count - pattern.count)).contains { place in
            pattern.indices.allSatisfy { bytes[place + $0] == pattern[$0] }
        }
    }

    private func run(from start: Int, _ belongs: (UInt8) -> Bool) -> Int {
        var end = start
        while end < bytes.count, belongs(bytes[end]) { end += 1 }
        return end
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-")
    }

    private static func isUpperOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: "/")
    }
}
