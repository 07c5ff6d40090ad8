/// Where the kernel may write pages that are not locked: `/proc/swaps`, see proc(5).
struct SwapDevices: Equatable {
    /// The devices and files; zram, which is memory, is not among them.
    let names: [String]

    init(swaps: String) {
        names = swaps.split(separator: "\n").dropFirst().compactMap { line in
            let name = line.prefix { $0 != " " && $0 != "\t" }
            return name.isEmpty || name.hasPrefix("/dev/zram") ? nil : String(name)
        }
    }
}
