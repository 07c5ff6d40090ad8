import Glibc
import Operations
import StrictJSON

/// The AWS stand-in with the demo account, from its start to its end.
struct StandIn {
    /// What it says of itself when it answers.
    struct Address: Equatable, Sendable {
        let endpoint: String
        let region: String
        let accessKeyID: String
        /// Made up by the stand-in; opens nothing but itself.
        let secretAccessKey: String
        let sessionToken: String?
    }

    let address: Address
    private let process: ChildProcess
    /// Its standard input: when we are gone, whatever ended us, it ends too.
    private let lifeline: Int32

    /// Starts `stand_in.py` and waits until the account is set up. Its progress goes to standard error.
    static func start(
        python: String, folder: String, options: [String] = [], environment: [String]
    ) throws(OperationFailure) -> StandIn {
        let (theirInput, lifeline) = try pipe()
        let (ourOutput, theirOutput) = try pipe()
        defer { for descriptor in [theirInput, ourOutput, theirOutput] { close(descriptor) } }
        let process: ChildProcess
        do throws(ChildProcess.Failure) {
            process = try ChildProcess.start(
                python, [folder + "/" + DemoFolder.launcher, "run", "--account", "--until-eof"] + options,
                environment: environment, input: theirInput, output: theirOutput)
        } catch {
            close(lifeline)
            throw OperationFailure(
                .failed, "cannot start \(error.program): \(SystemText.of(errno: error.errno))")
        }
        close(theirOutput)
        guard let line = firstLine(ourOutput), let address = Address(line: line) else {
            process.end()
            close(lifeline)
            let code = process.wait()
            throw OperationFailure(
                code == ExitStatus.unreachable.rawValue ? .unreachable : .failed,
                "the demo's AWS stand-in did not start; its own words are above")
        }
        return StandIn(address: address, process: process, lifeline: lifeline)
    }

    /// Ends it and waits until it has.
    func stop() {
        process.end()
        close(lifeline)
        _ = process.wait()
    }

    private static func pipe() throws(OperationFailure) -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else {
            throw OperationFailure(.failed, "cannot make a pipe: \(SystemText.of(errno: errno))")
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func firstLine(_ descriptor: Int32) -> String? {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while line.count < 65536 {
            let count = read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return nil }
            if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            line.append(byte)
        }
        return nil
    }
}

extension StandIn.Address {
    /// Reads the stand-in's line; nil if it is not what it should be.
    init?(line: String) {
        guard let root = try? JSONDocument(line).root, let endpoint = root["endpoint"]?.string,
            let region = root["region"]?.string
        else { return nil }
        let identity = root["demo"]?["credentials"] ?? root["demo"]?["console"] ?? root["root"]
        guard let accessKeyID = identity?["accessKeyId"]?.string,
            let secretAccessKey = identity?["secretAccessKey"]?.string
        else { return nil }
        self.init(
            endpoint: endpoint, region: region, accessKeyID: accessKeyID, secretAccessKey: secretAccessKey,
            sessionToken: identity?["sessionToken"]?.string)
    }
}
