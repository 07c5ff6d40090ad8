import CCurl
import CScrub
import Glibc
import Synchronization

/// The thread around curl's multi handle. Other threads only put transfers into its inbox and wake it.
final class CurlLoop: @unchecked Sendable {
    private struct Inbox {
        var starts: [CurlTransfer] = []
        var cancels: [CurlTransfer] = []
        var isStopping = false
        var isRunning = false
        /// The multi handle while the thread runs, for curl_multi_wakeup.
        var multi: UInt = 0
    }

    private static let idleWait: Int32 = 60_000
    private static let keptConnections = 64
    private static let keptHandles = 16

    private let inbox = Mutex(Inbox())
    private let connectionsPerHost: Int

    // Below: touched by the thread alone.
    private var multi: UnsafeMutableRawPointer?
    private var active: [UnsafeMutableRawPointer: CurlTransfer] = [:]
    private var activeByHost: [Endpoint: Int] = [:]
    private var waiting: [Endpoint: [CurlTransfer]] = [:]
    private var spareHandles: [UnsafeMutableRawPointer] = []

    init(connectionsPerHost: Int) { self.connectionsPerHost = connectionsPerHost }

    func submit(_ transfer: CurlTransfer) {
        let outcome: TransportError? = inbox.withLock { inbox in
            guard !inbox.isStopping else { return CurlTransfer.closed }
            if !inbox.isRunning, let failure = startThread(&inbox) { return failure }
            inbox.starts.append(transfer)
            wake(inbox)
            return nil
        }
        if let outcome { transfer.finish(.failure(outcome)) }
    }

    func cancel(_ transfer: CurlTransfer) {
        transfer.noteCancelled()
        inbox.withLock { inbox in
            guard inbox.isRunning else { return }
            inbox.cancels.append(transfer)
            wake(inbox)
        }
    }

    func stop() {
        inbox.withLock { inbox in
            inbox.isStopping = true
            if inbox.isRunning { wake(inbox) }
        }
    }

    private func wake(_ inbox: Inbox) { _ = curl_multi_wakeup(UnsafeMutableRawPointer(bitPattern: inbox.multi)) }

    /// The first request is on its way: the start is over, and what only that has used is given back. Once a process.
    private static let forgottenStart: Void = cscrub_forget_start()

    private static let globalInit: CURLcode = ccurl_global_init()

    private func startThread(_ inbox: inout Inbox) -> TransportError? {
        guard Self.globalInit == CURLE_OK, let multi = curl_multi_init() else {
            return TransportError(
                .unusable, code: "CURLE_FAILED_INIT", words: "libcurl cannot start", mayHaveArrived: false)
        }
        _ = ccurl_multi_setopt_long(multi, CURLMOPT_MAXCONNECTS, Self.keptConnections)
        _ = ccurl_multi_setopt_long(multi, CURLMOPT_PIPELINING, 0)
        self.multi = multi
        var thread = pthread_t()
        var all = sigset_t()
        var before = sigset_t()
        // Signals belong to the main thread.
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        let code = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<CurlLoop>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        pthread_sigmask(SIG_SETMASK, &before, nil)
        guard code == 0 else {
            Unmanaged.passUnretained(self).release()
            curl_multi_cleanup(multi)
            self.multi = nil
            return TransportError(.unusable, words: "no thread for the network (error \(code))", mayHaveArrived: false)
        }
        pthread_detach(thread)
        inbox.multi = UInt(bitPattern: multi)
        inbox.isRunning = true
        return nil
    }

    private func run() {
        while true {
            let (starts, cancels, isStopping) = inbox.withLock { inbox in
                defer {
                    inbox.starts = []
                    inbox.cancels = []
                }
                return (inbox.starts, inbox.cancels, inbox.isStopping)
            }
            for transfer in starts { waiting[transfer.request.endpoint, default: []].append(transfer) }
            for transfer in cancels { drop(transfer, CurlTransfer.cancelled) }
            if isStopping { return close() }
            for host in starts.map(\.request.endpoint) { promote(host) }
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
            if !reap() {
                _ = Self.forgottenStart
                curl_multi_poll(multi, nil, 0, Self.idleWait, nil)
            }
        }
    }

    /// Starts what waits for the host, as far as its limit allows.
    private func promote(_ host: Endpoint) {
        while let next = waiting[host]?.first, activeByHost[host, default: 0] < connectionsPerHost {
            waiting[host]?.removeFirst()
            start(next)
        }
        if waiting[host]?.isEmpty == true { waiting[host] = nil }
    }

    private func start(_ transfer: CurlTransfer) {
        guard !transfer.isCancelled else { return transfer.finish(.failure(CurlTransfer.cancelled)) }
        guard let easy = spareHandles.popLast() ?? curl_easy_init() else {
            return transfer.finish(
                .failure(
                    TransportError(
                        .unusable, code: "CURLE_OUT_OF_MEMORY", words: "no memory for a transfer", mayHaveArrived: false
                    )))
        }
        if let failure = transfer.prepare(easy) {
            retire(easy)
            return transfer.finish(.failure(failure))
        }
        guard curl_multi_add_handle(multi, easy) == CURLM_OK else {
            transfer.release()
            retire(easy)
            return transfer.finish(
                .failure(TransportError(.unusable, words: "libcurl refused a transfer", mayHaveArrived: false)))
        }
        active[easy] = transfer
        activeByHost[transfer.request.endpoint, default: 0] += 1
    }

    /// Finishes what is done; true if there was something, because then curl has more to do at once.
    private func reap() -> Bool {
        var found = false
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
                let transfer = active[easy]
            else { continue }
            let result = transfer.result(ccurl_message_result(message), easy)
            remove(easy, transfer)
            transfer.finish(result)
            promote(transfer.request.endpoint)
            found = true
        }
        return found
    }

    private func remove(_ easy: UnsafeMutableRawPointer, _ transfer: CurlTransfer) {
        curl_multi_remove_handle(multi, easy)
        active[easy] = nil
        let host = transfer.request.endpoint
        let left = activeByHost[host, default: 1] - 1
        activeByHost[host] = left > 0 ? left : nil
        transfer.release()
        retire(easy)
    }

    private func retire(_ easy: UnsafeMutableRawPointer) {
        curl_easy_reset(easy)
        if spareHandles.count < Self.keptHandles { spareHandles.append(easy) } else { curl_easy_cleanup(easy) }
    }

    private func drop(_ transfer: CurlTransfer, _ error: TransportError) {
        let host = transfer.request.endpoint
        if let place = waiting[host]?.firstIndex(where: { $0 === transfer }) {
            waiting[host]?.remove(at: place)
            transfer.finish(.failure(error))
        } else if let easy = active.first(where: { $0.value === transfer })?.key {
            let arrived = transfer.mayHaveArrived(easy)
            remove(easy, transfer)
            transfer.finish(
                .failure(TransportError(error.kind, code: error.code, words: error.words, mayHaveArrived: arrived)))
            promote(host)
        }
    }

    private func close() {
        for transfer in Array(active.values) + waiting.values.flatMap({ $0 }) { drop(transfer, CurlTransfer.closed) }
        for easy in spareHandles { curl_easy_cleanup(easy) }
        spareHandles = []
        // Nothing wakes a handle that is gone.
        inbox.withLock { inbox in
            inbox.isRunning = false
            inbox.multi = 0
        }
        curl_multi_cleanup(multi)
        multi = nil
    }
}
