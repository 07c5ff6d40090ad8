import ConsoleViewModels
import Inventory
import Settings
import StateFiles

extension EffectRunner {
    /// Brings the filters that earlier sessions kept.
    func loadFilters() {
        guard let folder = world.stateFolder else { return }
        let inbox = inbox
        Task.detached {
            do throws(SettingsError) {
                inbox.post(.filtersLoaded(try SavedFilterFile(in: folder).filters.compactMap(SavedFilter.init)))
            } catch {
                inbox.post(.notice(Notice(.warning, "\(error)")))
            }
        }
    }

    /// Keeps filters for later sessions.
    func save(_ filters: [SavedFilter]) {
        guard let folder = world.stateFolder else {
            return inbox.post(.notice(Notice(.warning, "filters are kept for this session only: no state folder")))
        }
        let inbox = inbox
        Task.detached {
            let file = SavedFilterFile(
                filters.map { SavedFilterFile.Filter(name: $0.name, list: $0.kind.plural, text: $0.text) })
            do throws(StateFilesError) {
                try file.write(in: folder)
            } catch {
                inbox.post(.notice(Notice(.warning, "filters are kept for this session only: \(error)")))
            }
        }
    }
}

extension SavedFilter {
    /// nil for a list that there is not.
    fileprivate init?(_ filter: SavedFilterFile.Filter) {
        guard let kind = ResourceKind(word: filter.list) else { return nil }
        self.init(name: filter.name, kind: kind, text: filter.text)
    }
}
