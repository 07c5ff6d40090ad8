import SensitiveMemory

extension JSONDocument {
    /// The same text with one string member of an object set, everything else byte for byte as it was. A member that is
    /// not there yet becomes the object's first, without spaces, so that taking it away again gives the text from before.
    ///
    /// - Parameter string: nil takes the member away.
    /// - Returns: nil if the pointer names no object.
    /// - Throws: what `SecretBytes` throws when there is no locked memory.
    public func setting(_ string: String?, of name: String, in pointer: JSONPointer) throws -> SecretBytes? {
        guard let object = root.at(pointer), object.kind == .object else { return nil }
        let members = Array(object.members)
        let place = members.firstIndex { $0.0.string == name }
        var json = JSONWriter()
        if let string { json.string(string) }
        switch (place, string) {
        case (nil, nil): return try spliced(0..<0, [])
        case (nil, .some):
            var member = JSONWriter()
            member.string(name)
            let start = object.extent.lowerBound + 1
            let comma = members.isEmpty ? [] : [UInt8(ascii: ",")]
            return try spliced(start..<start, member.bytes + [UInt8(ascii: ":")] + json.bytes + comma)
        case (let place?, .some): return try spliced(members[place].1.extent, json.bytes)
        case (let place?, nil):
            let (key, value) = members[place]
            if place + 1 < members.count {
                // Up to the comma, and no further: what stands behind it is the next member's.
                let end = comma(from: value.extent.upperBound)
                return try spliced(key.extent.lowerBound..<end + 1, [])
            }
            let start = place > 0 ? members[place - 1].1.extent.upperBound : key.extent.lowerBound
            return try spliced(start..<value.extent.upperBound, [])
        }
    }

    private func comma(from start: Int) -> Int {
        buffer.withUnsafeBytes { bytes in
            bytes[start...].firstIndex(of: UInt8(ascii: ",")) ?? start
        }
    }

    private func spliced(_ gap: Range<Int>, _ new: [UInt8]) throws -> SecretBytes {
        try buffer.withUnsafeBytes { bytes in
            try SecretBytes(capacity: bytes.count - gap.count + new.count) { room in
                let parts: [UnsafeRawBufferPointer] = [
                    UnsafeRawBufferPointer(rebasing: bytes[..<gap.lowerBound]),
                    UnsafeRawBufferPointer(rebasing: bytes[gap.upperBound...])
                ]
                var end = 0
                for byte in parts[0] {
                    room[end] = byte
                    end += 1
                }
                for byte in new {
                    room[end] = byte
                    end += 1
                }
                for byte in parts[1] {
                    room[end] = byte
                    end += 1
                }
                return end
            }
        }
    }
}
