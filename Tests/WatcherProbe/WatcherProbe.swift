import Watchers

/// Says who sees its terminal, once now and once again for each line that it is given.
@main
struct WatcherProbe {
    static func main() {
        var watched = WatcherGuard()
        repeat {
            print("seen: \(watched.look() ?? "nobody").")
        } while readLine() != nil
    }
}
