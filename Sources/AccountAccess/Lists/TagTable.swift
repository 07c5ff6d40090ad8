import AWSClient
import AWSServices
import Inventory
import Operations

/// The tags of all things of a kind, from the tagging API.
struct TagTable: Sendable {
    let calls: any AWSCalling

    func load(_ kind: ResourceKind) async -> Result<ResourceTags, OperationFailure> {
        var tags = ResourceTags()
        var pages = AnswerPages(Tagging.GetResources(types: [Self.type(of: kind)]), on: calls)
        do throws(AWSError) {
            while let page = try await pages.next() {
                for mapping in page.mappings {
                    if let own = Cleaned.tags(mapping.tags) { tags.insert(own, arn: Cleaned.text(mapping.arn)) }
                }
            }
            return .success(tags)
        } catch {
            return .failure(OperationFailure(error, cannot: "list the tags of \(kind.plural)"))
        }
    }

    private static func type(of kind: ResourceKind) -> String {
        switch kind {
        case .function: "lambda:function"
        case .parameter: "ssm:parameter"
        case .secret: "secretsmanager:secret"
        case .key: "kms:key"
        }
    }
}
