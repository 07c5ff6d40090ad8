import ForeignText
import Inventory

/// A value for the clipboard: fetched anew with a note of its own, and never on the screen.
extension ConsoleModel {
    /// Asks why. What is shown closes: the copy is another look, on another record.
    mutating func askCopy() {
        let shown = curtain.value?.reference
        let pointer = curtain.fields?.selected?.pointer
        guard let reference = shown ?? revealTarget else { return }
        let target = reference.field(pointer)
        closeCurtain(.replaced)
        let name = target.text
        overlay = .form(
            Form(
                .copyValue(target), title: "Copy one value",
                lines: [
                    "\(name) goes into the clipboard (\(settings.clipboard ?? "")) for \(settings.revealSeconds) s"
                        + " without being shown; X takes it back.",
                    "Who, what and why go into the audit trail first. A clipboard manager may keep a copy."
                ],
                fields: [Form.Field(.note, "Why", hint: "for the audit trail", .text(TextField()))], verb: "Copy"))
    }

    mutating func copy(_ target: Reference, note: String) {
        guard !share.isOn, !isReadOnly, settings.clipboard != nil else { return }
        emit(.copyValue(target, note: note))
    }
}
