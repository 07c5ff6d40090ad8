import SensitiveMemory

/// Finds what may be names inside a value, in its own bytes: between the quotes of JSON, in the query of a URL, in a list,
/// behind a scheme, in a dynamic reference.
struct MentionScan {
    private typealias Bytes = Slice<UnsafeRawBufferPointer>

    /// More names than this stand in no variable that people have written.
    private static let limit = 64
    private static let shortest = 3
    private static let longest = 2048

    private let key: FingerprintKey
    private(set) var mentions: [ValueMention] = []

    init(_ value: UnsafeRawBufferPointer, key: FingerprintKey) {
        self.key = key
        guard value.count >= Self.shortest else { return }
        var start = 0
        for place in 0...value.count {
            guard place == value.count || Self.isDelimiter[Int(value[place])] else { continue }
            if place - start >= Self.shortest { token(value[start..<place], isWhole: place - start == value.count) }
            start = place + 1
            if mentions.count >= Self.limit { return }
        }
    }

    private mutating func token(_ token: Bytes, isWhole: Bool) {
        guard token.count <= Self.longest else { return }
        if Self.starts(token, "resolve:") { return resolve(token.dropFirst(8)) }
        if Self.starts(token, "arn:") {
            if !isWhole { add(token, .arn) }
            return arn(token, isWhole: isWhole)
        }
        if let scheme = Self.find("://", in: token, within: 24) {
            // secretsmanager://name, ssm:///path, s3://bucket/key
            if isWhole { container(token[(scheme + 3)...]) }
            return named(token[(scheme + 3)...], isWhole: false)
        }
        if isWhole { container(token) }
        named(token, isWhole: isWhole)
    }

    private mutating func named(_ token: Bytes, isWhole: Bool) {
        let slash = token.contains(UInt8(ascii: "/"))
        guard slash || token.count >= 16 || token.contains(UInt8(ascii: "%")) else { return }
        if !isWhole { add(token, .name) }
        decoded(token)
        guard let colon = token.lastIndex(of: UInt8(ascii: ":")), slash, token.endIndex - colon <= 101 else { return }
        pinned(token[..<colon], token[(colon + 1)...], isWhole ? .pinned : .name)
    }

    /// An ARN may go on behind its resource: a parameter's version, a secret's field, stage and version.
    private mutating func arn(_ token: Bytes, isWhole: Bool) {
        let colons = token.indices.filter { token[$0] == UInt8(ascii: ":") }
        if colons.count > 6, Self.find(":secretsmanager:", in: token, within: 40) != nil {
            let rest = token[(colons[6] + 1)...].split(separator: UInt8(ascii: ":"))
            pinned(token[..<colons[6]], rest.last, isWhole ? .pinned : .arn)
        } else if colons.count == 6, Self.find(":parameter/", in: token, within: 80) != nil {
            pinned(token[..<colons[5]], nil, .arn)
        }
        if colons.count > 5, Self.find(":parameter/", in: token, within: 80) != nil, let last = colons.last {
            pinned(token[..<last], token[(last + 1)...], isWhole ? .pinned : .arn)
        }
    }

    /// `secretsmanager:NAME:SecretString:KEY:STAGE:VERSION`, `ssm:NAME:VERSION`, `ssm-secure:NAME:VERSION`
    private mutating func resolve(_ reference: Bytes) {
        guard let colon = reference.firstIndex(of: UInt8(ascii: ":")) else { return }
        let isSecret = Self.starts(reference, "secretsmanager:")
        let rest = reference[(colon + 1)...]
        let separator = UInt8(ascii: ":")
        var parts = rest.split(separator: separator, omittingEmptySubsequences: false)
        guard !parts.isEmpty else { return }
        var name = parts.removeFirst()
        if Self.starts(rest, "arn:"), parts.count >= 6 {
            name = rest[rest.startIndex..<parts[5].endIndex]
            parts.removeFirst(6)
        }
        let pin = isSecret ? parts.dropFirst(2).last { !$0.isEmpty } : parts.first { !$0.isEmpty }
        pinned(name, pin, .resolve)
    }

    private mutating func container(_ path: Bytes) {
        let name = path.prefix { $0 != UInt8(ascii: "/") }
        if name.count >= Self.shortest, name.count < path.count { add(name, .container) }
    }

    private mutating func pinned(_ name: Bytes, _ pin: Bytes?, _ form: ValueMention.Form) {
        guard name.count >= Self.shortest else { return }
        let pin = pin.flatMap { $0.isEmpty ? nil : $0 }
        mentions.append(
            ValueMention(fingerprint: fingerprint(name), form: form, pin: pin.map { fingerprint($0) }))
    }

    /// The token as it is without percent-encoding or JSON's escaped slashes, if it had any.
    private mutating func decoded(_ token: Bytes) {
        guard token.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "\\") }) else { return }
        let room = WipedBuffer(capacity: token.count)
        var rest = token
        while let byte = rest.first {
            rest = rest.dropFirst()
            if byte == UInt8(ascii: "%"), rest.count >= 2, let high = Self.hex(rest[rest.startIndex]),
                let low = Self.hex(rest[rest.startIndex + 1])
            {
                Swift.withUnsafeBytes(of: high << 4 | low) { room.append($0) }
                rest = rest.dropFirst(2)
            } else if byte != UInt8(ascii: "\\") {
                Swift.withUnsafeBytes(of: byte) { room.append($0) }
            }
        }
        let found = room.withUnsafeBytes { key.fingerprint(of: $0) }
        mentions.append(ValueMention(fingerprint: found, form: .name))
    }

    private mutating func add(_ token: Bytes, _ form: ValueMention.Form) {
        mentions.append(ValueMention(fingerprint: fingerprint(token), form: form))
    }

    private func fingerprint(_ bytes: Bytes) -> Fingerprint {
        key.fingerprint(of: UnsafeRawBufferPointer(rebasing: bytes))
    }

    private static func starts(_ bytes: Bytes, _ text: StaticString) -> Bool {
        bytes.count >= text.utf8CodeUnitCount && has(text, bytes, at: bytes.startIndex)
    }

    private static func has(_ text: StaticString, _ bytes: Bytes, at place: Int) -> Bool {
        for offset in 0..<text.utf8CodeUnitCount where bytes[place + offset] != text.utf8Start[offset] { return false }
        return true
    }

    private static func find(_ text: StaticString, in bytes: Bytes, within limit: Int) -> Int? {
        let length = text.utf8CodeUnitCount
        guard bytes.count >= length else { return nil }
        var place = bytes.startIndex
        let last = min(bytes.endIndex - length, bytes.startIndex + limit)
        while place <= last {
            if has(text, bytes, at: place) { return place }
            place += 1
        }
        return nil
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
        default: nil
        }
    }

    private static let isDelimiter: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in 0...0x20 { table[byte] = true }
        for byte in "\"'`,;|()[]<>{}=&?".utf8 { table[Int(byte)] = true }
        return table
    }()
}
