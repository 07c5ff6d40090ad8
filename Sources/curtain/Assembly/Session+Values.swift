import Operations
import SensitiveMemory
import Settings

extension Session {
    /// The rules of this installation for looking at values.
    var revealPolicy: RevealPolicy {
        RevealPolicy(
            seconds: settings.revealSeconds, noteMinimum: settings.noteMinimum, notePattern: settings.notePattern,
            requireIncident: settings.requireIncident, requireMFAMinutes: settings.requireMFAMinutes)
    }

    /// A key for fingerprints that hold for the length of this process and no longer.
    func passingFingerprints() throws -> FingerprintKey {
        if let sharedFingerprints { return sharedFingerprints }
        return FingerprintKey(
            try SecretBytes(capacity: 32) { room in
                var random = SystemRandomNumberGenerator()
                for index in room.indices { room[index] = .random(in: .min ... .max, using: &random) }
                return room.count
            })
    }
}
