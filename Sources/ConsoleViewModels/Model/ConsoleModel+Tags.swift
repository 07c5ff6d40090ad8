import Inventory

/// Tags, which most list calls do not tell: they are asked for when a filter needs them.
extension ConsoleModel {
    mutating func askTags(_ kind: ResourceKind) {
        guard case .tags = list(kind).filter, case .whole = list(kind).state, kind != .secret,
            tagsAsked.insert(kind).inserted
        else { return }
        message = Notice(.information, "asking AWS for the tags of the \(kind.plural)...")
        emit(.loadTags(kind))
    }

    mutating func take(_ tags: ResourceTags, of kind: ResourceKind) {
        updateList(kind) { list, height in list.tag(tags, height: height) }
        message = Notice(.information, "\(tags.count) \(kind.plural) have tags")
        lookAhead()
    }
}
