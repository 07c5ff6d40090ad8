import SensitiveMemory
import StrictJSON

extension AWSResponse {
    /// The body as JSON. Throws `.malformedAnswer`, which quotes nothing of it; an empty body is an empty object.
    public func json(operation: String) throws(AWSError) -> JSONDocument {
        do throws(JSONError) {
            guard body.count > 0 else { return try JSONDocument("{}") }
            return try JSONDocument(parsing: body)
        } catch {
            throw malformed(operation, "is not JSON (\(error.reason.rawValue) at byte \(error.offset))")
        }
    }

    /// The body as XML. Throws `.malformedAnswer`, which quotes nothing of it.
    public func xml(operation: String) throws(AWSError) -> XMLDocument {
        do throws(XMLError) {
            return try XMLDocument(parsing: body)
        } catch {
            throw malformed(operation, "is not XML (\(error.reason.rawValue) at byte \(error.offset))")
        }
    }

    private func malformed(_ operation: String, _ what: String) -> AWSError {
        AWSError(
            .malformedAnswer, operation: operation, code: "MalformedAnswer",
            message: "the answer \(what); a proxy may be in between, or the endpoint is not AWS", requestID: requestID,
            status: status)
    }
}
