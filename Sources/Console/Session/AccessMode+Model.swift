import ConsoleViewModels
import Operations

extension AccessMode {
    /// What the person has switched on in the console.
    init(_ model: ConsoleModel) { self.init(readOnly: model.isReadOnly, share: model.share.isOn) }
}
