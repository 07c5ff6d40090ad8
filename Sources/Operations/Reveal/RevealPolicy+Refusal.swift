extension RevealPolicy {
    /// Throws if the act is not allowed here and now. Asked before anything else happens.
    public func check(_ verb: String, note: String, incident: String?, mode: AccessMode) throws(OperationFailure) {
        if mode.share {
            throw OperationFailure(.denied, "will not \(verb) in share mode; leave it first")
        }
        if mode.readOnly {
            throw OperationFailure(.denied, "will not \(verb) in read-only mode; leave it first")
        }
        if requireIncident, incident == nil {
            throw OperationFailure(.denied, "will not \(verb) without an incident; give --incident ID or open one")
        }
        if requireMFAMinutes > 0 {
            guard let age = mode.secondFactorAge, age >= 0, age <= Double(requireMFAMinutes) * 60 else {
                throw OperationFailure(
                    .denied,
                    "will not \(verb) without a second factor from the last \(requireMFAMinutes) minutes; run: curtain mfa enter"
                )
            }
        }
        try check(note)
    }

    /// Throws if the note does not say enough. For prompts, too, before they close.
    public func check(_ note: String) throws(OperationFailure) {
        let count = note.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).count
        guard count > 0 else {
            throw OperationFailure(.denied, "a note is needed: say why, in \(noteMinimum) characters or more")
        }
        guard count >= noteMinimum else {
            throw OperationFailure(.denied, "the note is too short: say why, in \(noteMinimum) characters or more")
        }
        guard let notePattern else { return }
        let found: Bool
        do {
            found = try Regex(notePattern).firstMatch(in: note) != nil
        } catch {
            throw OperationFailure(.badInput, "reveal.note_pattern in config.toml is not a regular expression")
        }
        guard found else {
            throw OperationFailure(.denied, "the note does not contain what note_pattern asks for: \(notePattern)")
        }
    }
}
