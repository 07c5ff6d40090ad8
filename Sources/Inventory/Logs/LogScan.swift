/// Goes through the bytes of one log line and takes out words that cannot be part of a value: words that are known,
/// request ids, numbers in places where Lambda writes them. No text is made of anything else.
struct LogScan {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func read() -> (FunctionLogLine.Event, requestID: String?) {
        if bytes.first == UInt8(ascii: "{") { return structured() }
        if skip("START RequestId: ") {
            let id = takeID()
            return (.starts(version: skip(" Version: ") ? takeVersion() : nil), id)
        }
        if skip("END RequestId: ") { return (.ends, takeID()) }
        if skip("REPORT RequestId: ") {
            let id = takeID()
            return (.reports(report()), id)
        }
        if skip("INIT_START Runtime Version: ") { return (.environmentStarts(runtime: takeRuntime()), nil) }
        return written()
    }

    // MARK: the function's own lines

    /// `[ERROR]\tTIME\tID\t…`, `TIME\tID\tERROR\t…`, `[ERROR] KeyError: …`, `TIME ID Task timed out after 3.00 seconds`
    private mutating func written() -> (FunctionLogLine.Event, requestID: String?) {
        var level: FunctionLogLine.Level?
        var id: String?
        var error: String?
        words: for _ in 0..<4 {
            if let seconds = timeOut() { return (.timesOut(seconds: seconds), id) }
            if let found = takeID() {
                id = found
            } else if let found = takeLevel() {
                level = level ?? found
            } else if let found = takeErrorClass() {
                error = found
                break words
            } else if !skipTime() {
                break words
            }
            skipBlanks()
        }
        return (.written(level: level, error: error, size: SizeClass(byteCount: bytes.count)), id)
    }

    private mutating func timeOut() -> Double? {
        guard skip("Task timed out after ") else { return nil }
        return takeNumber()
    }

    /// A level between brackets or blanks.
    private mutating func takeLevel() -> FunctionLogLine.Level? {
        let start = place
        let isBracketed = skip("[")
        let word = takeWord(most: 8) { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
        if let word, let level = FunctionLogLine.Level(word: word), isBracketed ? skip("]") : isBlank(at: place) {
            return level
        }
        place = start
        return nil
    }

    /// `KeyError:` and the like: letters and digits only, and the words that end the names of errors.
    private mutating func takeErrorClass() -> String? {
        let start = place
        if let word = takeWord(most: 64, where: Self.isLetterOrDigit), skip(":"),
            ["Error", "Exception", "Timeout"].contains(where: word.hasSuffix), word.first?.isUppercase == true
        {
            return word
        }
        place = start
        return nil
    }

    /// `2026-11-27T14:02:31.123Z`
    private mutating func skipTime() -> Bool {
        let start = place
        let word = takeWord(most: 32) { byte in
            (0x30...0x39).contains(byte) || [UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ".")].contains(byte)
                || byte == UInt8(ascii: "T") || byte == UInt8(ascii: "Z")
        }
        if let word, word.utf8.count >= 20, word.hasPrefix("20"), word.hasSuffix("Z") { return true }
        place = start
        return false
    }

    // MARK: Lambda's own lines

    private func report() -> FunctionLogLine.Report {
        var report = FunctionLogLine.Report()
        report.milliseconds = number(after: "\tDuration: ")
        report.billedMilliseconds = number(after: "\tBilled Duration: ")
        report.startMilliseconds = number(after: "\tInit Duration: ")
        report.memory = number(after: "\tMemory Size: ")
        report.memoryUsed = number(after: "\tMax Memory Used: ")
        return report
    }

    private mutating func takeVersion() -> String? {
        if skip("$LATEST") { return "$LATEST" }
        return takeWord(most: 10) { (0x30...0x39).contains($0) }
    }

    /// `python:3.13.v61`
    private mutating func takeRuntime() -> String? {
        let word = takeWord(most: 40) {
            Self.isLetterOrDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
        }
        guard let parts = word?.split(separator: ":"), parts.count == 2,
            ["python", "nodejs", "java", "dotnet", "ruby", "go", "provided"].contains(parts[0]),
            parts[1].drop(while: { $0 == "a" || $0 == "l" }).allSatisfy({ $0.isNumber || $0 == "." || $0 == "v" })
        else { return nil }
        return word
    }

    // MARK: lines that are JSON

    private mutating func structured() -> (FunctionLogLine.Event, requestID: String?) {
        let id = after("\"requestId\"").flatMap { self.id(at: $0) }
        switch platformType() {
        case "platform.start": return (.starts(version: after("\"version\"").flatMap { self.version(at: $0) }), id)
        case "platform.initStart":
            return (.environmentStarts(runtime: after("\"runtimeVersion\"").flatMap { self.runtime(at: $0) }), nil)
        case "platform.report":
            var report = FunctionLogLine.Report()
            report.milliseconds = after("\"durationMs\"").flatMap { self.number(at: $0) }
            report.billedMilliseconds = after("\"billedDurationMs\"").flatMap { self.number(at: $0) }
            report.startMilliseconds = after("\"initDurationMs\"").flatMap { self.number(at: $0) }
            report.memory = after("\"memorySizeMB\"").flatMap { self.number(at: $0) }
            report.memoryUsed = after("\"maxMemoryUsedMB\"").flatMap { self.number(at: $0) }
            return (.reports(report), id)
        default:
            let level =
                after("\"level\"").flatMap { self.level(at: $0) }
                ?? after("\"log_level\"").flatMap { self.level(at: $0) }
            let error = after("\"errorType\"").flatMap { self.errorClass(at: $0) }
            return (.written(level: level, error: error, size: SizeClass(byteCount: bytes.count)), id)
        }
    }

    /// `platform.start` and the like.
    private func platformType() -> String? {
        guard let start = after("\"type\"") else { return nil }
        var scan = moved(to: start)
        return scan.takeWord(most: 32) { Self.isLetterOrDigit($0) || $0 == UInt8(ascii: ".") }
            .flatMap { $0.hasPrefix("platform.") ? $0 : nil }
    }

    /// Where the value of a member begins, behind its quotes.
    private func after(_ name: StaticString) -> Int? {
        guard var next = find(name) else { return nil }
        while next < bytes.count, [0x20, UInt8(ascii: ":")].contains(bytes[next]) { next += 1 }
        if next < bytes.count, bytes[next] == UInt8(ascii: "\"") { next += 1 }
        return next
    }

    private func id(at place: Int) -> String? {
        var scan = moved(to: place)
        return scan.takeID()
    }

    private func version(at place: Int) -> String? {
        var scan = moved(to: place)
        return scan.takeVersion()
    }

    private func runtime(at place: Int) -> String? {
        var scan = moved(to: place)
        return scan.takeRuntime()
    }

    private func number(at place: Int) -> Double? {
        var scan = moved(to: place)
        return scan.takeNumber()
    }

    private func number(after name: StaticString) -> Double? { find(name).flatMap { self.number(at: $0) } }

    private func level(at place: Int) -> FunctionLogLine.Level? {
        var scan = moved(to: place)
        return scan.takeWord(most: 8, where: Self.isLetterOrDigit).flatMap {
            FunctionLogLine.Level(word: $0.uppercased())
        }
    }

    private func errorClass(at place: Int) -> String? {
        var scan = moved(to: place)
        guard let word = scan.takeWord(most: 64, where: Self.isLetterOrDigit), scan.skip("\""),
            ["Error", "Exception", "Timeout"].contains(where: word.hasSuffix)
        else { return nil }
        return word
    }

    // MARK: bytes

    private func moved(to place: Int) -> LogScan {
        var scan = self
        scan.place = place
        return scan
    }

    private mutating func skip(_ word: StaticString) -> Bool {
        guard has(word, at: place) else { return false }
        place += word.utf8CodeUnitCount
        return true
    }

    private func has(_ word: StaticString, at start: Int) -> Bool {
        guard start + word.utf8CodeUnitCount <= bytes.count else { return false }
        return word.withUTF8Buffer { wanted in wanted.indices.allSatisfy { bytes[start + $0] == wanted[$0] } }
    }

    /// The place behind the first occurrence.
    private func find(_ word: StaticString) -> Int? {
        let last = bytes.count - word.utf8CodeUnitCount
        guard last >= 0 else { return nil }
        return (0...last).first { has(word, at: $0) }.map { $0 + word.utf8CodeUnitCount }
    }

    private mutating func skipBlanks() { while isBlank(at: place), place < bytes.count { place += 1 } }

    private func isBlank(at place: Int) -> Bool {
        place >= bytes.count || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place])
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// The bytes from here on that fit; nil if there are none, or more than that.
    private mutating func takeWord(most: Int, where fits: (UInt8) -> Bool) -> String? {
        var end = place
        while end < bytes.count, fits(bytes[end]) {
            end += 1
            if end - place > most { return nil }
        }
        guard end > place else { return nil }
        defer { place = end }
        return String(decoding: bytes[place..<end], as: UTF8.self)
    }

    /// `8f5b1c2e-…`: the form of a request id and nothing else.
    private mutating func takeID() -> String? {
        let dashes = [8, 13, 18, 23]
        guard place + 36 <= bytes.count, place + 36 == bytes.count || !Self.isLetterOrDigit(bytes[place + 36]) else {
            return nil
        }
        for offset in 0..<36 {
            let byte = bytes[place + offset]
            let isHexadecimal = (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
            guard dashes.contains(offset) ? byte == UInt8(ascii: "-") : isHexadecimal else { return nil }
        }
        defer { place += 36 }
        return String(decoding: bytes[place..<place + 36], as: UTF8.self)
    }

    private mutating func takeNumber() -> Double? {
        takeWord(most: 16) { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }.flatMap { Double($0) }
    }
}
