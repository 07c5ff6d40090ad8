extension JSONNode {
    /// The value that the pointer names, seen from this node; nil if there is none (RFC 6901, section 4).
    public func at(_ pointer: JSONPointer) -> JSONNode? {
        var node = self
        for token in pointer.tokens {
            guard let inner = node.child(token) else { return nil }
            node = inner
        }
        return node
    }

    private func child(_ token: String) -> JSONNode? {
        switch kind {
        case .object: self[token]
        case .array: Self.arrayIndex(token).flatMap { wanted in elements.dropFirst(wanted).first { _ in true } }
        case .string, .number, .bool, .null: nil
        }
    }

    /// `0`, or digits without a leading zero; `-` names the element behind the last, which is never there.
    private static func arrayIndex(_ token: String) -> Int? {
        guard token.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        guard token == "0" || token.utf8.first != 0x30 else { return nil }
        return Int(token)
    }
}
