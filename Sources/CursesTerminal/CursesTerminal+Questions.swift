import CNcurses
import Glibc
import TerminalCanvas

extension CursesTerminal {
    /// Asks the terminal about itself. Waiting, it reads the answers before ncurses reads anything; what comes
    /// later, or is not waited for, is taken out of the keys by the filter.
    func ask(waiting patience: Int) {
        guard name.answersQuestions else { return }
        endpoints.write(TerminalSequences.questions)
        guard patience > 0 else { return }
        let deadline = CursesTerminal.milliseconds() + patience
        var typed: [UInt8] = []
        var answered = false
        while !answered {
            let now = CursesTerminal.milliseconds()
            guard now < deadline, let byte = endpoints.read(within: deadline - now) else { break }
            for output in filter.feed(UInt32(byte), at: now) {
                switch output {
                case .typed(let character): typed.append(UInt8(truncatingIfNeeded: character))
                case .answer(let answer):
                    note(answer)
                    answered = answered || answer == .attributes
                }
            }
        }
        for case .typed(let character) in filter.settle() { typed.append(UInt8(truncatingIfNeeded: character)) }
        // Keys typed meanwhile go back to ncurses, the last one first. (The C function ungetch.)
        for byte in typed.reversed() { ungetch(Int32(byte)) }
    }

    func note(_ answer: TerminalAnswer) {
        switch answer {
        case .background(let colour): background = colour
        case .synchronisedOutput(let known): synchronises = known
        case .attributes, .other: break
        }
    }

    /// A clock that only goes forward.
    static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
