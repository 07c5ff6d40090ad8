import AWSClient
import AWSServices
import FoundationEssentials
import Inventory
import Operations

/// The stacks that there are, their parameters looked at and not kept.
struct StacksAnswer: Sendable {
    var stacks: [CloudFormation.DescribeStacks<FunctionRow.Variable>.Stack] = []
    var gaps: [String] = []
}

extension FactsLoader {
    func loadStackList() async -> StacksAnswer {
        var answer = StacksAnswer()
        do throws(AWSError) {
            var pages = AnswerPages(
                CloudFormation.DescribeStacks(read: inventory.functions.observer.variable), on: calls)
            answer.stacks = try await pages.all().flatMap(\.stacks)
        } catch {
            answer.gaps.append(OperationFailure(error, cannot: "list stacks").message)
        }
        return answer
    }

    /// Reads each stack's template where it lies and keeps what it says of functions.
    func loadTemplates(
        of stacks: [CloudFormation.DescribeStacks<FunctionRow.Variable>.Stack], names: NameIndex,
        into facts: inout AccountFacts
    ) async {
        let place = AccountPlace(account: account, region: inventory.functions.region)
        let outcomes = await BoundedWork.map(stacks, limit: 4) { stack throws(OperationFailure) in
            try await template(of: stack, names: names, place: place)
        }
        for outcome in outcomes {
            switch outcome {
            case .success(let read):
                facts.stacks.append(read.facts)
                facts.gaps += read.problems
            case .failure(let failure): facts.gaps.append(failure.message)
            }
        }
    }

    private func template(
        of stack: CloudFormation.DescribeStacks<FunctionRow.Variable>.Stack, names: NameIndex, place: AccountPlace
    ) async throws(OperationFailure) -> TemplateReading {
        do throws(AWSError) {
            var pages = AnswerPages(CloudFormation.ListStackResources(stack: stack.name), on: calls)
            let resources = try await pages.all().flatMap(\.resources)
            let context = TemplateContext(
                stack: stack.name, deployed: stack.updated ?? stack.created, place: place,
                resources: resources.map {
                    TemplateContext.Resource(logicalID: $0.logicalID, physicalID: $0.physicalID, type: $0.type)
                },
                parameters: stack.parameters.compactMapValues { names.reference(named: $0) })
            let observer = inventory.functions.observer
            return try await calls.perform(
                CloudFormation.GetTemplate(stack: stack.name) { bytes in
                    TemplateReading(bytes, context: context, observer: observer)
                })
        } catch {
            throw OperationFailure(error, cannot: "read the template of \(Reference.stack(name: stack.name))")
        }
    }
}

extension NameIndex {
    /// What a looked-at value names, whatever the variable is called.
    func reference(named variable: FunctionRow.Variable) -> Reference? {
        variable.fingerprint.flatMap { match($0, variable: "NAME") }?.reference
    }
}
