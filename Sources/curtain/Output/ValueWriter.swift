import ForeignText
import Glibc
import SensitiveMemory

/// The one place where a value leaves through standard output.
enum ValueWriter {
    /// The exact bytes into a pipe or file; on a terminal line ends and tabs as they are and everything that a
    /// terminal would act on made visible, then a line end.
    static func write(_ value: UnsafeRawBufferPointer, to descriptor: Int32, isTerminal: Bool) -> OutputError? {
        guard isTerminal else { return DescriptorSink.writeAll(value, to: descriptor) }
        let drawn = WipedBuffer(capacity: value.count + 1)
        ForeignText.scalars(in: value) { piece in
            switch piece {
            case .escaped("\n"), .escaped("\t"):
                if case .escaped(let scalar) = piece { append(scalar, to: drawn) }
            case .scalar, .escaped, .invalid: piece.spell { append($0, to: drawn) }
            }
        }
        append("\n", to: drawn)
        return drawn.withUnsafeBytes { DescriptorSink.writeAll($0, to: descriptor) }
    }

    private static func append(_ scalar: Unicode.Scalar, to buffer: WipedBuffer) {
        withUnsafeTemporaryAllocation(byteCount: 4, alignment: 1) { room in
            var count = 0
            for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                room[count] = unit
                count += 1
            }
            buffer.append(UnsafeRawBufferPointer(rebasing: room[..<count]))
        }
    }
}
