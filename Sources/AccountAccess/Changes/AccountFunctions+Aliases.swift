import AWSClient
import AWSServices
import Operations

extension AccountFunctions {
    public func alias(_ alias: String, of function: String) async throws(CallFailure) -> AliasState {
        let operation = Lambda.GetAlias(function: function, name: alias)
        return AliasState(try await calls.change(operation, "look at alias \(alias) of \(function)").output)
    }

    public func aliases(of function: String) async throws(CallFailure) -> [String: AliasState] {
        do throws(AWSError) {
            var pages = AnswerPages(Lambda.ListAliases(function: function), on: calls)
            return Dictionary(
                try await pages.all().flatMap(\.aliases).map { ($0.name, AliasState($0)) }, uniquingKeysWith: { $1 })
        } catch {
            throw CallFailure(error, cannot: "list the aliases of \(function)")
        }
    }

    public func point(
        _ alias: String, of function: String, to version: String, weights: [String: Double], revision: String?
    ) async throws(CallFailure) -> (state: AliasState, receipt: CallReceipt) {
        let operation = Lambda.UpdateAlias(
            function: function, name: alias, functionVersion: version, weights: weights, revisionID: revision)
        let answer = try await calls.change(operation, "move alias \(alias) of \(function)")
        return (AliasState(answer.output), answer.receipt)
    }

    public func provisioned(on alias: String, of function: String) async throws(CallFailure) -> ProvisionedState? {
        let operation = Lambda.GetProvisionedConcurrencyConfig(function: function, qualifier: alias)
        do throws(AWSError) {
            let state = try await calls.perform(operation)
            return ProvisionedState(
                status: Cleaned.text(state.status), reason: state.statusReason.map(Cleaned.text),
                requested: state.requested)
        } catch {
            if error.kind == .notFound { return nil }
            throw CallFailure(error, cannot: "look at the provisioned concurrency of \(function):\(alias)")
        }
    }
}

extension AliasState {
    init(_ alias: Lambda.ListAliases.Alias) {
        self.init(
            version: alias.functionVersion, weights: alias.additionalVersionWeights.filter { $0.value > 0 },
            revision: alias.revisionID)
    }
}
