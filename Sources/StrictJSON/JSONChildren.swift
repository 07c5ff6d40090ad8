/// The nodes directly inside an array or object, in their order.
public struct JSONChildren: Sequence, IteratorProtocol {
    private let document: JSONDocument
    private var position: Int
    private let end: Int

    init(of parent: JSONNode, kind: JSONNode.Kind) {
        document = parent.document
        position = parent.index + 1
        end = parent.kind == kind ? parent.next : parent.index + 1
    }

    public mutating func next() -> JSONNode? {
        guard position < end else { return nil }
        let node = JSONNode(document: document, index: position)
        position = node.next
        return node
    }
}

/// The names and values of an object.
public struct JSONMembers: Sequence, IteratorProtocol {
    private var base: JSONChildren

    init(base: JSONChildren) { self.base = base }

    public mutating func next() -> (key: JSONNode, value: JSONNode)? {
        guard let key = base.next(), let value = base.next() else { return nil }
        return (key, value)
    }
}
