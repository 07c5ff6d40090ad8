/// Finds number and tie of a line where the trail writes them, without reading the JSON between: `{"seq":N,`
/// at the start and `,"prev":"…"}` at the end. Inside a string the quotes would have backslashes, so what
/// looks like them there cannot be something else.
enum PrefixScanner {
    private static let opening = Array("{\"seq\":".utf8)
    private static let tie = Array(",\"prev\":\"".utf8)

    /// The line's number; nil if it does not begin like a record.
    static func sequence(of line: UnsafeRawBufferPointer) -> Int? {
        guard line.starts(with: opening) else { return nil }
        var number = 0
        for (index, byte) in line.dropFirst(opening.count).enumerated() {
            if byte == UInt8(ascii: ","), index > 0 { return number }
            guard (0x30...0x39).contains(byte), index < 18 else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return nil
    }

    /// The 64 bytes of the tie; nil if the line does not end like a record.
    static func previous(of line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        let length = tie.count + 64 + 2
        guard line.count > length, line[line.count - 1] == UInt8(ascii: "}"),
            line[line.count - 2] == UInt8(ascii: "\"")
        else { return nil }
        let start = line.count - length
        for (index, byte) in tie.enumerated() where line[start + index] != byte { return nil }
        return UnsafeRawBufferPointer(rebasing: line[start + tie.count..<line.count - 2])
    }
}
