import Inventory
import SensitiveMemory

/// Measures how fast environments are looked at: classification, detection and fingerprint of every variable, as while
/// an answer is parsed. Prints one line of JSON for bench/scan.py; the environments are made from a seed.
@main
enum ScanProbe {
    static func main() throws {
        let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 5
        let variables = Environments(functions: 1_000).variables
        let bytes = variables.reduce(0) { $0 + $1.name.utf8.count + $1.value.count }
        let key = FingerprintKey(try SecretBytes(capacity: 32) { $0.count })
        let observer = VariableObserver(key: key)
        let rules = VariableClassification()
        var observed: [Double] = []
        var detected: [Double] = []
        var found = 0
        for _ in 0..<runs {
            found = 0
            observed.append(
                seconds {
                    for variable in variables {
                        variable.value.withUnsafeBytes {
                            if observer.variable(name: variable.name, value: $0).shape != nil { found += 1 }
                        }
                    }
                })
            var again = 0
            detected.append(
                seconds {
                    for variable in variables {
                        variable.value.withUnsafeBytes {
                            if rules.look(name: variable.name, value: $0).shape != nil { again += 1 }
                        }
                    }
                })
            precondition(again == found)
        }
        print(
            "{\"variables\":\(variables.count),\"bytes\":\(bytes),\"found\":\(found),\"observed\":\(observed),"
                + "\"detected\":\(detected)}")
    }

    private static func seconds(_ work: () -> Void) -> Double {
        let started = ContinuousClock.now
        work()
        return (ContinuousClock.now - started) / .seconds(1)
    }
}
