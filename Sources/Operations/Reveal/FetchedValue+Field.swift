import Inventory
import SensitiveMemory
import StrictJSON

extension FetchedValue {
    /// The field that the reference points to, the rest wiped; the value itself if it points to none.
    func field(of reference: Reference) throws(OperationFailure) -> FetchedValue {
        guard let pointer = reference.pointer else { return self }
        defer { bytes.wipe() }
        let path: JSONPointer
        do throws(JSONPointer.Invalid) { path = try JSONPointer(pointer) } catch {
            throw OperationFailure(.usage, "\(pointer) is no JSON pointer (RFC 6901)", requestID: requestID)
        }
        let document: JSONDocument
        do throws(JSONError) { document = try JSONDocument(copying: bytes) } catch {
            throw OperationFailure(.notFound, "the value is not JSON and has no fields", requestID: requestID)
        }
        guard let node = document.root.at(path) else {
            throw OperationFailure(.notFound, "the value has no such field", requestID: requestID)
        }
        do {
            return FetchedValue(
                bytes: try node.secretText(), version: version, requestID: requestID, isBinary: false)
        } catch {
            throw OperationFailure(.ownFault, "no locked memory is left for the value", requestID: requestID)
        }
    }
}
