import SensitiveMemory

extension JSONDocument {
    /// The same text with one more member in an object, a string, behind the others; nil if the pointer's parent is no object
    /// or has such a member already. The new string is UTF-8, not escaped yet.
    ///
    /// - Throws: what `SecretBytes` throws when there is no locked memory.
    public func adding(_ pointer: JSONPointer, string: SecretBytes) throws -> SecretBytes? {
        guard let name = pointer.tokens.last, root.at(pointer) == nil,
            let parent = root.at(JSONPointer(tokens: pointer.tokens.dropLast())), parent.kind == .object
        else { return nil }
        let end = parent.extent.upperBound - 1
        var head = JSONWriter()
        head.string(name)
        let lead = (parent.members.contains { _ in true } ? Array(",".utf8) : []) + head.bytes + Array(":\"".utf8)
        return try string.withUnsafeBytes { string in
            try buffer.withUnsafeBytes { bytes in
                let length = string.reduce(0) { $0 + JSONWriter.escapedLength($1) }
                return try SecretBytes(capacity: bytes.count + lead.count + length + 1) { room in
                    var count = 0
                    func put(_ byte: UInt8) {
                        room[count] = byte
                        count += 1
                    }
                    for byte in bytes[..<end] { put(byte) }
                    for byte in lead { put(byte) }
                    for byte in string { JSONWriter.escape(byte, put) }
                    put(UInt8(ascii: "\""))
                    for byte in bytes[end...] { put(byte) }
                    return count
                }
            }
        }
    }

    /// The same text without one member of an object; nil if the pointer names none.
    ///
    /// - Throws: what `SecretBytes` throws when there is no locked memory.
    public func removing(_ pointer: JSONPointer) throws -> SecretBytes? {
        guard let name = pointer.tokens.last,
            let parent = root.at(JSONPointer(tokens: pointer.tokens.dropLast())), parent.kind == .object
        else { return nil }
        let members = parent.members.map { (key: $0.key.extent, value: $0.value.extent, isIt: $0.key.isString(name)) }
        guard let place = members.lastIndex(where: \.isIt) else { return nil }
        let gap =
            if place > 0 {
                members[place - 1].value.upperBound..<members[place].value.upperBound
            } else if members.count > 1 {
                members[place].key.lowerBound..<members[place + 1].key.lowerBound
            } else {
                members[place].key.lowerBound..<members[place].value.upperBound
            }
        return try buffer.withUnsafeBytes { bytes in
            try SecretBytes(capacity: bytes.count - gap.count) { room in
                var count = 0
                for byte in bytes[..<gap.lowerBound] {
                    room[count] = byte
                    count += 1
                }
                for byte in bytes[gap.upperBound...] {
                    room[count] = byte
                    count += 1
                }
                return count
            }
        }
    }
}
