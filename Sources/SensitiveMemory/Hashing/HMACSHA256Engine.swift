import COpenSSL
import CScrub

/// HMAC-SHA-256 under one key for many short messages: the key is worked in once, and each message begins with a copy of
/// that state. For any thread, and several at a time.
///
/// What is kept of the key are the two states of the hash behind the key's block, in locked memory; the working state, which
/// has held a part of the message, is on the stack and overwritten. A context of EVP would be allocated and freed twice a
/// message, which costs more than the hash.
final class HMACSHA256Engine: Sendable {
    private static let size = MemoryLayout<SHA256_CTX>.size

    /// The inner state, then the outer one.
    private let states: SecretBytes

    /// The corresponding C functions are SHA256_Init and SHA256_Update. nil without locked memory, and for a key that is
    /// longer than the hash's block of 64 bytes.
    init?(key: UnsafeRawBufferPointer) {
        guard key.count <= 64 else { return nil }
        let states = try? SecretBytes(capacity: 2 * Self.size) { room in
            Self.begin(UnsafeMutableRawBufferPointer(rebasing: room[..<Self.size]), key, pad: 0x36)
            Self.begin(UnsafeMutableRawBufferPointer(rebasing: room[Self.size...]), key, pad: 0x5C)
            return 2 * Self.size
        }
        guard let states else { return nil }
        self.states = states
    }

    /// The first 8 bytes of the code, big endian; nil once the key is wiped. The corresponding C functions are SHA256_Update
    /// and SHA256_Final.
    func prefix(of message: UnsafeRawBufferPointer) -> UInt64? {
        states.withUnsafeBytes { states in
            guard states.count == 2 * Self.size else { return nil }
            return Self.working { work, context in
                withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
                    work.copyMemory(from: UnsafeRawBufferPointer(rebasing: states[..<Self.size]))
                    SHA256_Update(context, message.baseAddress, message.count)
                    SHA256_Final(digest.baseAddress, context)
                    work.copyMemory(from: UnsafeRawBufferPointer(rebasing: states[Self.size...]))
                    SHA256_Update(context, digest.baseAddress, 32)
                    SHA256_Final(digest.baseAddress, context)
                    return digest[..<8].reduce(0) { $0 << 8 | UInt64($1) }
                }
            }
        }
    }

    private static func begin(_ room: UnsafeMutableRawBufferPointer, _ key: UnsafeRawBufferPointer, pad: UInt8) {
        working { work, context in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { block in
                for index in 0..<64 { block[index] = (index < key.count ? key[index] : 0) ^ pad }
                SHA256_Init(context)
                SHA256_Update(context, block.baseAddress, 64)
                room.copyMemory(from: UnsafeRawBufferPointer(work))
                if let base = block.baseAddress { cscrub_wipe(base, block.count) }
            }
        }
    }

    /// A context on the stack, overwritten behind the work.
    private static func working<Outcome>(
        _ act: (UnsafeMutableRawBufferPointer, UnsafeMutablePointer<SHA256_CTX>?) -> Outcome
    ) -> Outcome {
        withUnsafeTemporaryAllocation(of: SHA256_CTX.self, capacity: 1) { context in
            let work = UnsafeMutableRawBufferPointer(context)
            defer { if let base = work.baseAddress { cscrub_wipe(base, work.count) } }
            return act(work, context.baseAddress)
        }
    }
}
