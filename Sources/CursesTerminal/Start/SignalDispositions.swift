import Glibc

/// The signal actions of the program, put back after ncurses has put its own in their place.
///
/// ncurses ends the process on SIGINT and SIGTERM and redraws by itself after SIGTSTP; all of that is for
/// the event loop to decide. (The C function sigaction.)
struct SignalDispositions {
    private var saved: [(signal: Int32, action: sigaction)] = []

    init() {
        for signal in [SIGINT, SIGTERM, SIGTSTP, SIGWINCH] {
            var action = sigaction()
            if sigaction(signal, nil, &action) == 0 { saved.append((signal, action)) }
        }
    }

    func restore() {
        for (signal, action) in saved {
            var action = action
            sigaction(signal, &action, nil)
        }
    }
}
