import SensitiveMemory

extension TemplateExpression {
    /// The dynamic references in the text, and for each the part that stands as its whole id, if one does.
    var dynamicReferences: [(reference: DynamicReference, part: Part?)] {
        text.withUnsafeBytes { bytes in
            var found: [(DynamicReference, Part?)] = []
            var rest = bytes[...]
            while let start = Self.find("{{resolve:", in: rest) {
                let inner = rest[(start + 10)...]
                guard let end = Self.find("}}", in: inner) else { break }
                // Between the braces there are names only.
                let words = String(decoding: inner[..<end], as: UTF8.self)
                if let reference = DynamicReference(words[...]) { found.append((reference, part(of: reference.id))) }
                rest = inner[end...]
            }
            return found
        }
    }

    /// Whether anything but marks stands in the text.
    var hasLiteral: Bool { text.count > 0 && parts.isEmpty }

    private func part(of id: String) -> Part? {
        let scalars = Array(id.unicodeScalars)
        guard scalars.first?.value == UInt32(Self.mark.0), scalars.last?.value == UInt32(Self.mark.1),
            let index = Int(String(String.UnicodeScalarView(scalars.dropFirst().dropLast()))), index < parts.count
        else { return nil }
        return parts[index]
    }

    private static func find(_ text: StaticString, in bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
        let length = text.utf8CodeUnitCount
        guard bytes.count >= length else { return nil }
        return (bytes.startIndex...(bytes.endIndex - length)).first { place in
            (0..<length).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
        }
    }
}
