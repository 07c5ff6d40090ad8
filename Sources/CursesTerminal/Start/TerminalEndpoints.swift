import Glibc

/// The two ends of the terminal: where keys come from and where frames go.
struct TerminalEndpoints {
    /// Read for keys.
    let input: Int32
    /// A descriptor of our own on the terminal, so that it can be pointed elsewhere for a moment.
    let output: Int32
    let inputStream: UnsafeMutablePointer<FILE>
    let outputStream: UnsafeMutablePointer<FILE>

    /// Duplicates both descriptors; the caller keeps its own. (The C functions isatty, fcntl and fdopen.)
    init(input: Int32, output: Int32) throws(TerminalStartError) {
        guard isatty(input) == 1, isatty(output) == 1 else { throw .notATerminal }
        let inputCopy = fcntl(input, F_DUPFD_CLOEXEC, 3)
        let outputCopy = fcntl(output, F_DUPFD_CLOEXEC, 3)
        guard inputCopy >= 0, outputCopy >= 0, let inputStream = fdopen(inputCopy, "r"),
            let outputStream = fdopen(outputCopy, "w")
        else {
            let code = errno
            if inputCopy >= 0 { Glibc.close(inputCopy) }
            if outputCopy >= 0 { Glibc.close(outputCopy) }
            throw .system(code: code)
        }
        self.input = inputCopy
        self.output = outputCopy
        self.inputStream = inputStream
        self.outputStream = outputStream
    }

    func close() {
        fclose(inputStream)
        fclose(outputStream)
    }

    /// Rows and columns of the window; nil when the terminal does not know. (TIOCGWINSZ)
    var size: (rows: Int, columns: Int)? {
        var size = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else { return nil }
        return (Int(size.ws_row), Int(size.ws_col))
    }

    /// Whether the other end is still there. A terminal that hung up is at its end of file for ever.
    var isLost: Bool {
        var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, 0) > 0 else { return false }
        if Int32(descriptor.revents) & (POLLHUP | POLLERR | POLLNVAL) != 0 { return true }
        var waiting: Int32 = 0
        return ioctl(input, UInt(FIONREAD), &waiting) != 0 || waiting == 0
    }

    /// Writes past ncurses, whose own buffer must be empty. What a lost terminal refuses is dropped.
    func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, !rest.isEmpty {
                let count = Glibc.write(output, start, rest.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }

    /// One byte if it comes within the time.
    func read(within milliseconds: Int) -> UInt8? {
        var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, Int32(max(0, milliseconds))) > 0 else { return nil }
        var byte: UInt8 = 0
        return Glibc.read(input, &byte, 1) == 1 ? byte : nil
    }
}
