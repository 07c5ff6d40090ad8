import ConsoleViewModels
import Inventory
import Testing

@Suite("a note that holds")
struct HeldNoteFlowTests {
    private let reference = Reference.secret(name: "prod/db", version: nil, pointer: nil)

    @Test("is offered for the same thing, with its mark, for its time")
    func offering() {
        var notes = HeldNotes()
        notes.keep("ticket OPS-7", for: reference, nil, at: 100)
        #expect(notes.note(for: reference, nil, at: 700, minutes: 10) == "ticket OPS-7 (held)")
        #expect(notes.note(for: reference, nil, at: 701, minutes: 10) == nil)
        #expect(notes.note(for: reference, nil, at: 100, minutes: 0) == nil)
        #expect(notes.note(for: reference, "/password", at: 100, minutes: 10) == nil)
    }

    @Test("is not renewed by being used")
    func using() {
        var notes = HeldNotes()
        notes.keep("ticket OPS-7", for: reference, nil, at: 100)
        notes.keep("ticket OPS-7 (held)", for: reference, nil, at: 600)
        #expect(notes.note(for: reference, nil, at: 701, minutes: 10) == nil)
    }
}
