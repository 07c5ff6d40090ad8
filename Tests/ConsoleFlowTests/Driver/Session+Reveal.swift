import ConsoleViewModels
import Inventory
import TerminalCanvas

extension Session {
    /// Opens the detail of `payments-api` with the cursor on `DB_PASSWORD`.
    mutating func openPassword() {
        press(":")
        type("env:payments-api/DB_PASSWORD")
        press(.enter)
        answerLoads()
    }

    /// From there to a value on the screen.
    mutating func reveal(_ value: any OpenValue, note: String = "compare with the leak") throws {
        press("x")
        type(note)
        press(.enter, .enter)
        send(.revealed(try ticket(), .value(value, form: .text, version: "6f1c")))
        _ = takeEffects()
    }
}
