import AccountAccess
import ConsoleViewModels
import Inventory
import Operations

extension EffectRunner {
    /// Fills a list; when it is whole, functions whose variables turn out to name its things come once more.
    func load(_ kind: ResourceKind, generation: Int) {
        generations[kind] = generation
        start(.list(kind, generation: generation)) { [world, inbox] in
            do throws(OperationFailure) {
                try await world.inventory.load(kind, options: .screen(kind)) { update in
                    inbox.post(Self.event(for: update, kind, generation))
                }
                inbox.post(.listFinished(kind, generation: generation))
                guard kind != .function, let functions = self.generations[.function] else { return }
                let relinked = await world.inventory.relinkedFunctions()
                if !relinked.isEmpty { inbox.post(.rowsChanged(.function, generation: functions, relinked)) }
            } catch {
                inbox.post(.listFailed(kind, generation: generation, Problem(error)))
            }
        }
    }

    /// What the list calls do not tell and a filter by tags needs.
    func loadTags(_ kind: ResourceKind) {
        start(.tags(kind)) { [world, inbox] in
            do throws(OperationFailure) {
                inbox.post(.tagged(kind, try await world.inventory.tags(of: kind)))
            } catch {
                inbox.post(.notice(Notice(.warning, Problem(error).line)))
            }
        }
    }

    func cancelLoad(_ kind: ResourceKind, generation: Int) {
        cancel(.list(kind, generation: generation))
    }

    private nonisolated static func event(
        for update: ListUpdate, _ kind: ResourceKind, _ generation: Int
    ) -> ConsoleEvent {
        switch update {
        case .rows(let rows): .rows(kind, generation: generation, rows)
        case .changed(let rows): .rowsChanged(kind, generation: generation, rows)
        case .incomplete(let failure): .notice(Notice(.warning, Problem(failure).line))
        }
    }

    func loadDetail(_ reference: Reference, generation: Int) {
        start(.detail(reference, generation: generation)) { [world, inbox] in
            do throws(OperationFailure) {
                inbox.post(
                    .detailLoaded(reference, generation: generation, try await world.details.detail(of: reference)))
            } catch {
                inbox.post(.detailFailed(reference, generation: generation, Problem(error)))
            }
        }
    }

    func cancelDetail(_ reference: Reference, generation: Int) {
        cancel(.detail(reference, generation: generation))
    }
}
