/// The forms of a picture.
public enum PictureFormat: String, CaseIterable, Sendable {
    case graphviz, mermaid, svg

    /// The picture of a tree, as text.
    public func picture(of tree: ConsumerTree) -> String {
        switch self {
        case .graphviz: GraphvizPicture.text(tree)
        case .mermaid: MermaidPicture.text(tree)
        case .svg: SVGPicture.text(tree)
        }
    }
}

extension ConsumerTree {
    /// An arrow of the picture: who uses what.
    struct Arrow {
        let from: Int
        let to: Int
        let label: String
        let certainty: Certainty
    }

    /// Every thing once, the root first, and the arrows between them.
    var parts: (things: [Reference], arrows: [Arrow]) {
        var things = [root]
        var arrows: [Arrow] = []
        func add(_ branch: Branch, below parent: Int) {
            things.append(branch.reference)
            let own = things.count - 1
            let label = branch.row?.kinds.map(\.rawValue).joined(separator: ", ") ?? ""
            let certainty = branch.row?.certainty ?? .sure
            switch direction {
            case .usedBy: arrows.append(Arrow(from: own, to: parent, label: label, certainty: certainty))
            case .reach: arrows.append(Arrow(from: parent, to: own, label: label, certainty: certainty))
            }
            for inner in branch.branches { add(inner, below: own) }
        }
        for branch in branches { add(branch, below: 0) }
        return (things, arrows)
    }
}
