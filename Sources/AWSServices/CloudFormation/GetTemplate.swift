import AWSClient

extension CloudFormation {
    /// CloudFormation GetTemplate. A template may hold values: it goes through a reader and no further.
    /// https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplate.html
    public struct GetTemplate<Template: Sendable>: AWSOperation {
        private let stack: String
        private let isProcessed: Bool
        private let read: @Sendable (UnsafeRawBufferPointer) -> Template

        /// - Parameters:
        ///   - processed: after its transforms (SAM, macros) instead of as it was written.
        ///   - read: called with the template's text, JSON or YAML, which is gone when it returns.
        public init(
            stack: String, processed: Bool = true, read: @escaping @Sendable (UnsafeRawBufferPointer) -> Template
        ) {
            self.stack = stack
            isProcessed = processed
            self.read = read
        }

        public var request: AWSRequest {
            .cloudFormation(
                "GetTemplate", subject: stack,
                [("StackName", stack), ("TemplateStage", isProcessed ? "Processed" : "Original")])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Template {
            let answer = try QueryAnswer(response, to: request)
            guard let body = answer.node["TemplateBody"] else { throw answer.malformed("has no TemplateBody") }
            return body.withDecodedBytes(read)
        }
    }
}
