import ConsoleViewModels
import Operations

/// A revealed value as the model holds it: readable until it is shut. The record of its closing is written
/// afterwards, by `EffectRunner`.
final class OpenReveal: OpenValue {
    let value: RevealedValue

    init(_ value: RevealedValue) { self.value = value }

    func read(_ body: (UnsafeRawBufferPointer) -> Void) {
        _ = value.withUnsafeBytes(body)
    }

    func shut() { value.shut() }
}

extension RevealedContent {
    /// What a reveal brought back, for the model.
    init(_ value: RevealedValue) {
        switch value.shape {
        case .text: self = .value(OpenReveal(value), form: .text, version: value.version)
        case .pem: self = .value(OpenReveal(value), form: .pem, version: value.version)
        case .binary: self = .value(OpenReveal(value), form: .binary, version: value.version)
        case .json(let fields):
            self = .fields(
                fields.map { Field(pointer: $0.pointer, name: $0.name, size: $0.size) }, version: value.version)
        }
    }
}
