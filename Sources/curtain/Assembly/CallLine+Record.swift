import AWSClient
import ConsoleViewModels
import ForeignText

extension CallLine {
    /// A call of the client as the command log tells it.
    init(_ record: CallRecord) {
        self.init(
            started: record.started, operation: "\(record.service):\(record.operation)",
            target: record.subject.map(ForeignText.visible), requestID: ForeignText.visible(record.requestID),
            status: record.status, code: ForeignText.visible(record.code), milliseconds: record.milliseconds,
            attempts: record.attempts)
    }
}
