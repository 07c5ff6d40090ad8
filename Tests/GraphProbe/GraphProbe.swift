import Glibc
import Inventory

/// Measures the graph of a large account once it is listed: prints one JSON object of seconds and bytes.
@main
struct GraphProbe {
    static func main() throws {
        let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 5
        let account = try LargeAccount(functions: 1_000, parameters: 10_000, secrets: 1_000)
        let listed = residentBytes()
        var built: [Double] = []
        var used: [Double] = []
        var reached: [Double] = []
        var rows = 0
        var peak = 0
        for run in 0..<runs {
            let start = seconds()
            let graph = ConsumerGraph(account.facts, names: account.names)
            built.append(seconds() - start)
            peak = max(peak, residentBytes())
            let secret = account.facts.secrets[run % account.facts.secrets.count].common.reference
            let asked = seconds()
            let users = graph.usedBy(secret)
            used.append(seconds() - asked)
            let function = account.facts.functions[run + 1].common.reference
            let again = seconds()
            let reach = graph.reach(function)
            reached.append(seconds() - again)
            rows += users.count + reach.count
        }
        print(
            #"{"built":\#(built),"usedBy":\#(used),"reach":\#(reached),"rows":\#(rows),"#
                + #""listedBytes":\#(listed),"graphBytes":\#(max(0, peak - listed)),"peakBytes":\#(peak)}"#)
    }

    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The resident set now, by /proc/self/statm.
    private static func residentBytes() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 128)
        guard fgets(&buffer, 128, file) != nil else { return 0 }
        let words = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
            separator: " ")
        return (words.count > 1 ? Int(words[1]) ?? 0 : 0) * 4096
    }
}
