import ArgumentParser
import Inventory

/// A picture in the place of rows.
struct PictureOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Print a picture for a report: graphviz, mermaid or svg.", valueName: "format"))
    var format: PictureFormat?

    func validate(_ global: GlobalOptions) throws {
        if format != nil, global.output != nil {
            throw ValidationError("--format prints a picture; -o does not apply.")
        }
        if format != nil, global.namesSeveralPlaces {
            throw ValidationError("--format draws one region of one profile: name one.")
        }
    }
}

extension PictureFormat: ExpressibleByArgument {}
