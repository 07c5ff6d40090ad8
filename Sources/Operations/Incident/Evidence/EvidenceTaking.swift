import Inventory

/// The ability to tell how a thing is, part by part, so that one part that is slow or denied does not cost the others.
public protocol EvidenceTaking: Sendable {
    func parts(of reference: Reference) -> [EvidencePart]
}
