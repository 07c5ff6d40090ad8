import SensitiveMemory

extension JSONNode {
    /// Whether both stand in their texts with the same bytes, quotes not counted.
    public func hasSameText(as other: JSONNode) -> Bool {
        document.buffer.withUnsafeBytes { own in
            other.document.buffer.withUnsafeBytes { foreign in
                own[rawRange].elementsEqual(foreign[other.rawRange])
            }
        }
    }
}
