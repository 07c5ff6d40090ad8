import SensitiveMemory

/// The grammar of the shared files as botocore reads them, which is that of Python's `RawConfigParser`:
/// whole-line comments, `=` or `:`, values continued on indented lines, names in any case, nothing twice.
/// Works on bytes, so that a key never becomes a `String`.
struct SharedFileParser {
    private static let secretNames: Set<String> = ["aws_secret_access_key", "aws_session_token", "aws_security_token"]

    private struct Option {
        var name: String
        var line: Int
        /// One slice a line; an empty one for an empty line in between.
        var parts: [(bytes: Range<Int>, line: Int)]
    }

    private struct RawSection {
        var name: String
        var line: Int
        var options: [Option]
    }

    private let path: String
    private var sections: [RawSection] = []
    private var current = -1
    private var inOption = false
    private var indent = 0

    init(path: String) { self.path = path }

    /// Parses the whole file.
    static func parse(_ buffer: WipedBuffer, path: String) throws(SharedFileError) -> SharedFile {
        var parser = SharedFileParser(path: path)
        let outcome: Result<SharedFile, SharedFileError> = buffer.withUnsafeBytes { bytes in
            do throws(SharedFileError) { return .success(try parser.parse(bytes)) } catch { return .failure(error) }
        }
        return try outcome.get()
    }

    private mutating func parse(_ bytes: UnsafeRawBufferPointer) throws(SharedFileError) -> SharedFile {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var number = 0
        while start < bytes.count {
            number += 1
            var end = start
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            try line(bytes, start..<end, number)
            start = end + 1
            if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
        }
        var defaults: [Option] = []
        var result: [SharedFile.Section] = []
        for section in sections where section.name == "DEFAULT" { defaults = section.options }
        for section in sections where section.name != "DEFAULT" {
            var properties: [String: SharedFile.Property] = [:]
            for option in defaults + section.options {
                properties[option.name] = SharedFile.Property(value: try value(bytes, option), line: option.line)
            }
            result.append(SharedFile.Section(name: section.name, line: section.line, properties: properties))
        }
        return SharedFile(path: path, sections: result)
    }

    private mutating func line(
        _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ number: Int
    ) throws(SharedFileError) {
        let content = Self.trimmed(bytes, range)
        guard let first = content.first.map({ bytes[$0] }) else {
            if inOption { addPart(content, number) }
            return
        }
        if first == UInt8(ascii: "#") || first == UInt8(ascii: ";") { return }
        let depth = content.lowerBound - range.lowerBound
        if inOption, depth > indent {
            addPart(content, number)
            return
        }
        indent = depth
        if first == UInt8(ascii: "["), let close = content.last(where: { bytes[$0] == UInt8(ascii: "]") }),
            close > content.lowerBound + 1
        {
            let name = try text(bytes, Self.trimmed(bytes, content.lowerBound + 1..<close), number)
            inOption = false
            if let known = sections.firstIndex(where: { $0.name == name }) {
                // The one section that may go on later.
                guard name == "DEFAULT" else { throw failure(.duplicateSection, number) }
                current = known
                return
            }
            sections.append(RawSection(name: name, line: number, options: []))
            current = sections.count - 1
            return
        }
        guard !sections.isEmpty else { throw failure(.noSection, number) }
        guard let mark = content.first(where: { bytes[$0] == UInt8(ascii: "=") || bytes[$0] == UInt8(ascii: ":") })
        else { throw failure(.notAProperty, number) }
        let name = try text(bytes, Self.trimmed(bytes, content.lowerBound..<mark), number).lowercased()
        guard !name.isEmpty else { throw failure(.noName, number) }
        guard !sections[current].options.contains(where: { $0.name == name }) else {
            throw failure(.duplicateProperty, number)
        }
        let value = (bytes: Self.trimmed(bytes, mark + 1..<content.upperBound), line: number)
        sections[current].options.append(Option(name: name, line: number, parts: [value]))
        inOption = true
    }

    private mutating func addPart(_ range: Range<Int>, _ number: Int) {
        let option = sections[current].options.count - 1
        sections[current].options[option].parts.append((bytes: range, line: number))
    }

    private func value(_ bytes: UnsafeRawBufferPointer, _ option: Option) throws(SharedFileError) -> SharedFile.Value {
        var parts = option.parts
        while let last = parts.last, last.bytes.isEmpty { parts.removeLast() }
        if Self.secretNames.contains(option.name) { return .secret(try secret(bytes, parts, option.line)) }
        if parts.count > 1, parts[0].bytes.isEmpty {
            var nested: [String: String] = [:]
            for part in parts where !part.bytes.isEmpty {
                guard let equals = part.bytes.first(where: { bytes[$0] == UInt8(ascii: "=") }) else {
                    throw failure(.nestedNotAProperty, part.line)
                }
                let name = try text(bytes, Self.trimmed(bytes, part.bytes.lowerBound..<equals), part.line)
                nested[name] = try text(bytes, Self.trimmed(bytes, equals + 1..<part.bytes.upperBound), part.line)
            }
            return .nested(nested)
        }
        var lines: [String] = []
        for part in parts { lines.append(try text(bytes, part.bytes, part.line)) }
        return .text(lines.joined(separator: "\n"))
    }

    private func secret(
        _ bytes: UnsafeRawBufferPointer, _ parts: [(bytes: Range<Int>, line: Int)], _ line: Int
    ) throws(SharedFileError) -> SecretBytes {
        let length = parts.reduce(0) { $0 + $1.bytes.count } + max(0, parts.count - 1)
        do {
            return try SecretBytes(capacity: length) { room in
                var written = 0
                for (number, part) in parts.enumerated() {
                    if number > 0 {
                        room[written] = 0x0A
                        written += 1
                    }
                    for place in part.bytes {
                        room[written] = bytes[place]
                        written += 1
                    }
                }
                return written
            }
        } catch {
            throw failure(.noMemory, line)
        }
    }

    private func text(
        _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ line: Int
    ) throws(SharedFileError) -> String {
        guard let text = String(validating: bytes[range], as: UTF8.self) else { throw failure(.notUTF8, line) }
        return text
    }

    private func failure(_ reason: SharedFileError.Reason, _ line: Int) -> SharedFileError {
        SharedFileError(path: path, line: line, reason: reason)
    }

    /// Without white space at its ends, the no-break space of pasted text included.
    private static func trimmed(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
        func isNoBreakSpace(_ place: Int) -> Bool { bytes[place] == 0xC2 && bytes[place + 1] == 0xA0 }
        while lower < upper {
            if isSpace(bytes[lower]) {
                lower += 1
            } else if lower + 1 < upper, isNoBreakSpace(lower) {
                lower += 2
            } else {
                break
            }
        }
        while upper > lower {
            if isSpace(bytes[upper - 1]) {
                upper -= 1
            } else if upper - 2 >= lower, isNoBreakSpace(upper - 2) {
                upper -= 2
            } else {
                break
            }
        }
        return lower..<upper
    }
}
