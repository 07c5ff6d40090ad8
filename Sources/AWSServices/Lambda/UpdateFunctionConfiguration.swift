import AWSClient
import SensitiveMemory

extension Lambda {
    /// Lambda UpdateFunctionConfiguration of the environment alone, which replaces the whole map; refused (412) if the
    /// function is not at the revision any more.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
    public struct UpdateFunctionConfiguration<Variable: Sendable>: AWSOperation {
        private let function: String
        private let body: SecretBytes
        private let read: EnvironmentReader<Variable>

        /// - Parameter variables: every variable that the function shall have.
        /// - Throws: what `SecretBytes` throws when there is no locked memory.
        public init(
            function: String, variables: [(name: String, value: SecretBytes)], revisionID: String,
            read: @escaping EnvironmentReader<Variable>
        ) throws {
            self.function = function
            self.read = read
            let body = SensitiveBody()
            body.put(#"{"Environment":{"Variables":{"#)
            for (place, variable) in variables.enumerated() {
                if place > 0 { body.put(",") }
                body.string(variable.name)
                body.put(":")
                body.string(variable.value)
            }
            body.put(#"}},"RevisionId":"#)
            body.string(revisionID)
            body.put("}")
            self.body = try body.finished()
        }

        public var request: AWSRequest {
            .lambdaChange(
                "UpdateFunctionConfiguration", "PUT", ["2015-03-31", "functions", function, "configuration"],
                subject: function, body: .secret(body))
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> FunctionConfiguration<Variable> {
            try FunctionConfiguration(Answer(response, to: request), read: read, settings: true)
        }

        /// The bytes that AWS holds against its limit of 4,096: the map as compact JSON.
        public static func byteCount(of variables: [(name: String, value: SecretBytes)]) -> Int {
            let lengths = variables.map { variable in
                var name = variable.name
                return 6 + name.withUTF8 { EnvironmentAnswer<Variable>.jsonLength(UnsafeRawBufferPointer($0)) }
                    + variable.value.withUnsafeBytes(EnvironmentAnswer<Variable>.jsonLength)
            }
            return lengths.isEmpty ? 0 : lengths.reduce(1, +)
        }
    }
}
