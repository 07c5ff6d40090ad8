/// Questions about the bytes of a value, answered in place: nothing is copied and no `String` is made. One pass counts
/// the sorts of bytes; most questions are answered from the counts.
struct ValueScan {
    let bytes: UnsafeRawBufferPointer
    private(set) var digits = 0
    private(set) var upper = 0
    private(set) var lower = 0
    /// `-`, `_`, `.` and `/`.
    private(set) var joins = 0
    private(set) var dots = 0
    private(set) var colons = 0
    private(set) var equals = 0
    private(set) var ats = 0
    /// `+`, `~`: with the ones before what a path or token may have.
    private(set) var others = 0
    /// Spaces and commas: with letters, digits and joins what a word may have.
    private(set) var spaces = 0
    /// How often a byte is of another sort (digit, capital, small letter) than the one before; a small letter behind a
    /// capital is not counted, people write so.
    private(set) var changes = 0
    /// The longest run of one byte.
    private(set) var longestRun = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        // Local, so that they stay in registers.
        var (sort, run, longest, changed) = (0, 0, 0, 0)
        var previous: UInt8 = 0
        withUnsafeTemporaryAllocation(of: Int.self, capacity: ByteSort.count) { counts in
            counts.initialize(repeating: 0)
            ByteSort.table.withUnsafeBufferPointer { table in
                var place = 0
                while place < bytes.count {
                    let byte = bytes[place]
                    place &+= 1
                    run = byte == previous ? run &+ 1 : 1
                    longest = max(longest, run)
                    previous = byte
                    let now = Int(table[Int(byte)])
                    counts[now] &+= 1
                    guard now <= ByteSort.lastWritten else { continue }
                    if now != sort, sort != 0, !(now == ByteSort.lower && sort == ByteSort.upper) { changed &+= 1 }
                    sort = now
                }
            }
            (longestRun, changes) = (longest, changed)
            lower = counts[ByteSort.lower]
            digits = counts[ByteSort.digit]
            upper = counts[ByteSort.upper]
            dots = counts[ByteSort.dot]
            joins = counts[ByteSort.join] + dots
            colons = counts[ByteSort.colon]
            equals = counts[ByteSort.equals]
            ats = counts[ByteSort.at]
            others = counts[ByteSort.plusOrTilde]
            spaces = counts[ByteSort.space]
        }
    }

    var count: Int { bytes.count }
    private var alphanumerics: Int { digits + upper + lower }

    func starts(_ text: StaticString) -> Bool { matches(text, at: 0) }

    /// Whether the text occurs and begins within the first `limit` bytes.
    func contains(_ text: StaticString, within limit: Int = .max) -> Bool {
        let last = min(bytes.count - text.utf8CodeUnitCount, limit)
        let first = text.utf8Start[0]
        var place = 0
        while place <= last {
            if bytes[place] == first, matches(text, at: place) { return true }
            place += 1
        }
        return false
    }

    var isBoolean: Bool {
        bytes.count <= 8
            && Self.booleans.contains { $0.utf8CodeUnitCount == bytes.count && matches($0, at: 0, folded: true) }
    }

    /// Digits with at most a sign, a point and a unit of two letters: 30, -1.5, 300s, 10MB.
    var isNumber: Bool {
        guard digits > 0, bytes.count <= 18 else { return false }
        var rest = bytes[...]
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        let number = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
        guard let first = number.first, first.isDigit, number.count <= 15 else { return false }
        let unit = rest.dropFirst(number.count)
        return unit.count <= 2 && unit.allSatisfy { $0.isLetter || $0 == UInt8(ascii: "%") }
    }

    /// `/a/b`, `./a`, `s3://` is a URL and not here; one line without spaces.
    var isPath: Bool {
        (starts("/") || starts("./") || starts("../") || starts("~/"))
            && alphanumerics + joins + others + colons + equals + ats == count
    }

    /// A host name, with or without port, or an address of mail.
    var isAddress: Bool {
        // Passwords have dots and colons too; names of hosts have no capitals.
        guard dots > 0, upper == 0 || ats == 1, colons <= 1, count <= 253,
            alphanumerics + joins + colons + ats == count,
            bytes[count - 1] != UInt8(ascii: "/")
        else { return false }
        return (bytes[count - 1].isLetter || (colons > 0 && bytes[count - 1].isDigit))
            && !bytes.contains(UInt8(ascii: "/"))
            && !isRandom
    }

    /// A short word as people write settings: letters, digits and joining marks, up to 40 bytes.
    var isWord: Bool {
        count <= 40 && alphanumerics + joins + colons + spaces == count && !bytes.contains(UInt8(ascii: "/"))
    }

    /// What stands for a value that is not there: `${…}`, `{{…}}`, `<…>`, `****`, `changeme`, `your-…-here`.
    var isPlaceholder: Bool {
        guard let first = bytes.first, let last = bytes.last else { return true }
        if first == UInt8(ascii: "<"), last == UInt8(ascii: ">") { return true }
        if first == UInt8(ascii: "{"), last == UInt8(ascii: "}"), alphanumerics + joins == count - 2 { return true }
        if first == UInt8(ascii: "`") || first == UInt8(ascii: "<") { return true }
        if starts("${") || starts("{{") || starts("$(") || starts("%{") || starts("[[") { return true }
        if first == UInt8(ascii: "$"), last != first, bytes.dropFirst().allSatisfy({ $0.isUpper || $0 == 0x5F }) {
            return true
        }
        if alphanumerics == 0 || (longestRun >= 4 && longestRun * 4 >= count) { return true }
        // The name of what should stand there: ACCESS_TOKEN.
        if upper > 0, joins > 0, upper + joins == count { return true }
        guard count <= 128 else { return false }
        return holdsPlaceholder
    }

    /// Whether one of the words stands anywhere in it, in any case: one pass, in which only two bytes that some word begins with
    /// are looked at twice.
    private var holdsPlaceholder: Bool {
        guard bytes.count >= 4 else { return false }
        let (words, starts, seconds) = (Self.placeholders, Self.placeholderStarts, Self.placeholderSeconds)
        var next = bytes[0]
        for place in 1..<bytes.count {
            let byte = next
            next = bytes[place]
            guard starts >> UInt32(byte & 0x1F) & seconds >> UInt32(next & 0x1F) & 1 == 1 else { continue }
            for word in words where matches(word, at: place - 1, folded: true) { return true }
        }
        return false
    }

    /// The low five bits of the first byte of each word, which a letter has in either case.
    private static let placeholderStarts = placeholders.reduce(UInt32(0)) { $0 | 1 << UInt32($1.utf8Start[0] & 0x1F) }
    /// The same of the second bytes.
    private static let placeholderSeconds = placeholders.reduce(UInt32(0)) { $0 | 1 << UInt32($1.utf8Start[1] & 0x1F) }

    private func matches(_ text: StaticString, at place: Int, folded: Bool = false) -> Bool {
        guard bytes.count - place >= text.utf8CodeUnitCount else { return false }
        for offset in 0..<text.utf8CodeUnitCount {
            let byte = bytes[place + offset]
            let wanted = text.utf8Start[offset]
            guard byte == wanted || (folded && byte.isLetter && byte | 0x20 == wanted) else { return false }
        }
        return true
    }

    /// Base64 of a JSON text: it begins with `{"`.
    var isEncodedJSON: Bool { starts("eyJ") && isOneToken }

    private static let booleans: [StaticString] = [
        "true", "false", "yes", "no", "on", "off", "enabled", "disabled", "none", "null", "0", "1", "nil", "default"
    ]
    private static let placeholders: [StaticString] = [
        "changeme", "change_me", "change-me", "replaceme", "replace_me", "replace-me", "example", "placeholder",
        "dummy",
        "fake", "insert-", "insert_", "your-", "your_", "yourpass", "xxxx", "redacted", "todo", "not-used", "notused",
        "token_here", "key_here"
    ]
}

extension ValueScan {
    /// One run of at least 20 letters and digits, of several sorts, with more than 3.3 bits a character.
    var isRandom: Bool {
        guard count >= 20, count <= 512, isOneToken else { return false }
        let letters = upper + lower
        guard digits >= 2 || (digits == 1 && count >= 32), letters >= 2, joins * 6 < count else { return false }
        // Names of people's making change between letters, digits and capitals seldom.
        guard changes * (upper > 0 && lower > 0 ? 4 : 6) >= count - joins else { return false }
        return collisions * 10 < count * count
    }

    /// The sum of squares of how often each byte occurs. Divided by the square of the count it is the chance that two
    /// bytes are equal: 1/10 for ten equally frequent ones.
    private var collisions: Int {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 128) { counts in
            counts.initialize(repeating: 0)
            for byte in bytes { counts[Int(byte & 0x7F)] += 1 }
            return counts.reduce(0) { $0 + Int($1) * Int($1) }
        }
    }

    /// Only hexadecimal digits, of the length of a Git commit or an SHA-256: a digest as often as a secret.
    var isDigest: Bool {
        (count == 40 || count == 64) && (upper == 0 || lower == 0) && digits + upper + lower == count
            && bytes.allSatisfy { $0.isDigit || (($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x66) }
    }

    var isOneToken: Bool { alphanumerics + joins + others + equals == count }

    /// A whole number of base64 groups, 64 characters at least.
    var isBase64: Bool {
        guard count >= 64, count.isMultiple(of: 4), equals <= 2, alphanumerics + joins + others + equals == count
        else { return false }
        let padding = bytes.suffix(2).count { $0 == UInt8(ascii: "=") }
        return padding == equals
            && bytes.dropLast(padding).allSatisfy {
                $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
            }
    }

    /// 8-4-4-4-12 hexadecimal digits: an identifier as often as a secret.
    var isUUID: Bool {
        count == 36 && joins == 4 && bytes.enumerated().allSatisfy { Self.isUUIDByte($0.element, at: $0.offset) }
    }

    static func isUUIDByte(_ byte: UInt8, at place: Int) -> Bool {
        if place == 8 || place == 13 || place == 18 || place == 23 { return byte == UInt8(ascii: "-") }
        return byte.isDigit || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)
    }

    /// `scheme://user:password@host`: the password is there and no placeholder.
    var hasPasswordInAuthority: Bool {
        guard ats > 0, colons > 1 else { return false }
        guard let scheme = (0..<min(count, 24)).first(where: { bytes[$0] == UInt8(ascii: ":") }),
            scheme + 2 < count, bytes[scheme + 1] == UInt8(ascii: "/"), bytes[scheme + 2] == UInt8(ascii: "/")
        else { return false }
        let authority = bytes[(scheme + 3)...].prefix {
            $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\"")
                && $0 != UInt8(ascii: "'")
        }
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
            let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":")), colon + 1 < at
        else { return false }
        let password = ValueScan(UnsafeRawBufferPointer(rebasing: bytes[(colon + 1)..<at]))
        return !password.isPlaceholder
    }
}
