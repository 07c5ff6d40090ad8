import SensitiveMemory
import StrictJSON

/// Where two values differ, by the fields of their JSON; never what stands there.
public struct FieldDifferences: Equatable, Sendable {
    /// What became of one field from the first value to the second.
    public enum Change: String, CaseIterable, Sendable { case same, changed, added, removed }

    /// One leaf of either value.
    public struct Leaf: Equatable, Sendable {
        /// RFC 6901, `/db/password`.
        public let pointer: String
        public let change: Change
    }

    /// Whether both hold the same bytes.
    public let isIdentical: Bool
    /// Every field of the first in its order, then those that only the second has; nil if one is no JSON object.
    public let fields: [Leaf]?

    /// Whether they mean the same: the same bytes, or the same fields written differently.
    public var isSame: Bool { isIdentical || fields?.allSatisfy { $0.change == .same } == true }
}

extension FieldDifferences {
    /// Reads both values as JSON objects if they are; whatever was copied for that is wiped.
    init(_ one: SecretBytes, _ two: SecretBytes) {
        isIdentical = one.isSame(as: two)
        guard let first = Self.object(one), let second = Self.object(two) else {
            fields = nil
            return
        }
        var walk = Walk()
        walk.compare(first, second, path: [])
        fields = walk.fields
    }

    private static func object(_ value: SecretBytes) -> JSONNode? {
        do throws(JSONError) {
            let root = try JSONDocument(copying: value).root
            return root.kind == .object ? root : nil
        } catch { return nil }
    }

    /// Goes through two trees side by side.
    private struct Walk {
        var fields: [Leaf] = []

        mutating func compare(_ one: JSONNode, _ two: JSONNode, path: [String]) {
            if one.kind == .object, two.kind == .object {
                let (first, second) = (Self.members(one), Self.members(two))
                for (name, node) in first { pair(node, second.last { $0.name == name }?.node, path: path + [name]) }
                let known = Set(first.map(\.name))
                for (name, node) in second where !known.contains(name) { pair(nil, node, path: path + [name]) }
            } else if one.kind == .array, two.kind == .array {
                let (first, second) = (Array(one.elements), Array(two.elements))
                for index in 0..<max(first.count, second.count) {
                    pair(
                        index < first.count ? first[index] : nil, index < second.count ? second[index] : nil,
                        path: path + [String(index)])
                }
            } else {
                note(Self.isSame(one, two) ? .same : .changed, path)
            }
        }

        private mutating func pair(_ one: JSONNode?, _ two: JSONNode?, path: [String]) {
            switch (one, two) {
            case (let one?, let two?): compare(one, two, path: path)
            case (_?, nil): note(.removed, path)
            case (nil, _?): note(.added, path)
            case (nil, nil): break
            }
        }

        private mutating func note(_ change: Change, _ path: [String]) {
            fields.append(Leaf(pointer: JSONPointer(tokens: path).description, change: change))
        }

        /// The members of an object by name; of a name that is there twice the last, as every AWS SDK reads it.
        private static func members(_ node: JSONNode) -> [(name: String, node: JSONNode)] {
            var result: [(name: String, node: JSONNode)] = []
            var places: [String: Int] = [:]
            for (key, value) in node.members {
                guard let name = key.string else { continue }
                if let place = places[name] {
                    result[place].node = value
                } else {
                    places[name] = result.count
                    result.append((name, value))
                }
            }
            return result
        }

        /// Two leaves, or a leaf and a container. Numbers are the same when they are written the same.
        private static func isSame(_ one: JSONNode, _ two: JSONNode) -> Bool {
            guard one.kind == two.kind else { return false }
            switch one.kind {
            case .string:
                let same = one.withDecodedBytes { one in two.withDecodedBytes { two in one.elementsEqual(two) } }
                return (same ?? nil) ?? false
            case .number: return one.hasSameText(as: two)
            case .bool, .null: return true
            case .object, .array: return false
            }
        }
    }
}
