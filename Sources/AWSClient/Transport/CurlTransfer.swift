import CCurl
import CScrub
import Glibc
import SensitiveMemory
import Synchronization

/// One exchange: its options before, what came in during, its result after. Touched by the loop's thread
/// alone, but for `begin` and `finish`.
final class CurlTransfer: @unchecked Sendable {
    typealias Continuation = CheckedContinuation<Result<HTTPResponse, TransportError>, Never>

    let request: HTTPRequest
    private let options: CurlTransport.Options
    private let waiter = Mutex<(continuation: Continuation?, isCancelled: Bool)>((nil, false))

    private var headerList: UnsafeMutablePointer<curl_slist>?
    /// A body's bytes for CURLOPT_POSTFIELDS, which libcurl does not copy.
    private var bodyCopy: UnsafeMutableRawBufferPointer?
    private var bodyOffset = 0
    private var body = WipedBuffer(capacity: 4096)
    private var headers: [String: String] = [:]
    private var isTooLarge = false

    init(_ request: HTTPRequest, _ options: CurlTransport.Options) {
        self.request = request
        self.options = options
    }

    deinit { release() }

    func begin(_ continuation: Continuation) { waiter.withLock { $0.continuation = continuation } }

    /// The task may be cancelled before the exchange has begun.
    func noteCancelled() { waiter.withLock { $0.isCancelled = true } }

    var isCancelled: Bool { waiter.withLock { $0.isCancelled } }

    func finish(_ result: Result<HTTPResponse, TransportError>) {
        let continuation = waiter.withLock { waiter in
            defer { waiter.continuation = nil }
            return waiter.continuation
        }
        continuation?.resume(returning: result)
    }

    static let closed = TransportError(
        .cancelled, words: "the connection was closed by curtain itself", mayHaveArrived: false)
    static let cancelled = TransportError(.cancelled, words: "cancelled", mayHaveArrived: false)

    private var proxy: String? {
        switch request.proxyUse {
        case .asConfigured: options.proxies.proxy(for: request.endpoint)
        case .never: nil
        }
    }

    var usesProxy: Bool { proxy != nil }

    // MARK: Before

    /// Sets every option of a fresh handle. The corresponding C function is curl_easy_setopt.
    func prepare(_ easy: UnsafeMutableRawPointer) -> TransportError? {
        let url = "\(request.endpoint.scheme.rawValue)://\(request.endpoint.authority)\(request.target)"
        var code = CURLE_OK
        func note(_ result: CURLcode) { if code == CURLE_OK { code = result } }
        func set(_ option: CURLoption, _ value: Int) { note(ccurl_easy_setopt_long(easy, option, value)) }
        func set(_ option: CURLoption, _ value: String) { note(ccurl_easy_setopt_string(easy, option, value)) }

        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        set(CURLOPT_URL, url)
        set(CURLOPT_PATH_AS_IS, 1)
        set(CURLOPT_ACCEPT_ENCODING, "identity")
        set(CURLOPT_CONNECTTIMEOUT_MS, Int(request.connectTimeout * 1000))
        set(CURLOPT_TIMEOUT_MS, Int(request.totalTimeout * 1000))
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, 6)  // CURL_SSLVERSION_TLSv1_2
        if let bundle = options.caBundle { set(CURLOPT_CAINFO, bundle) }
        // Explicitly, so that libcurl does not read the environment by rules of its own.
        set(CURLOPT_PROXY, proxy ?? "")
        set(CURLOPT_NOPROXY, "")
        if !request.isRepeatable { set(CURLOPT_FRESH_CONNECT, 1) }

        prepareMethod(easy, set: { set($0, $1) }, note: note)
        guard appendHeaders() else {
            release()
            return TransportError(
                .unusable, code: "InvalidHeader", words: "a header of the request cannot be sent",
                mayHaveArrived: false)
        }
        note(ccurl_easy_setopt_list(easy, CURLOPT_HTTPHEADER, headerList))

        let own = Unmanaged.passUnretained(self).toOpaque()
        note(ccurl_easy_setopt_pointer(easy, CURLOPT_WRITEDATA, own))
        note(ccurl_easy_setopt_data(easy, CURLOPT_WRITEFUNCTION) { CurlTransfer.of($3).take($0, $1 * $2) })
        note(ccurl_easy_setopt_pointer(easy, CURLOPT_HEADERDATA, own))
        note(ccurl_easy_setopt_data(easy, CURLOPT_HEADERFUNCTION) { CurlTransfer.of($3).takeHeader($0, $1 * $2) })
        guard code == CURLE_OK else {
            release()
            return CurlFailure.error(code, easy, self, mayHaveArrived: false)
        }
        return nil
    }

    private func prepareMethod(
        _ easy: UnsafeMutableRawPointer, set: (CURLoption, Int) -> Void, note: (CURLcode) -> Void
    ) {
        switch (request.method, request.body) {
        case ("GET", .empty): set(CURLOPT_HTTPGET, 1)
        case ("HEAD", .empty): set(CURLOPT_NOBODY, 1)
        case (_, .empty):
            set(CURLOPT_POST, 1)
            note(ccurl_easy_setopt_off_t(easy, CURLOPT_POSTFIELDSIZE_LARGE, 0))
            note(ccurl_easy_setopt_string(easy, CURLOPT_COPYPOSTFIELDS, ""))
        case (_, .bytes(let bytes)):
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
            copy.copyBytes(from: bytes)
            bodyCopy = copy
            set(CURLOPT_POST, 1)
            note(ccurl_easy_setopt_off_t(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count)))
            note(ccurl_easy_setopt_pointer(easy, CURLOPT_POSTFIELDS, copy.baseAddress))
        case (_, .secret(let secret)):
            // Read piece by piece from locked memory; no copy of ours.
            let own = Unmanaged.passUnretained(self).toOpaque()
            set(CURLOPT_POST, 1)
            note(ccurl_easy_setopt_off_t(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(secret.count)))
            note(ccurl_easy_setopt_pointer(easy, CURLOPT_READDATA, own))
            note(ccurl_easy_setopt_data(easy, CURLOPT_READFUNCTION) { CurlTransfer.of($3).give($0, $1 * $2) })
            note(ccurl_easy_setopt_pointer(easy, CURLOPT_SEEKDATA, own))
            note(
                ccurl_easy_setopt_seek(easy, CURLOPT_SEEKFUNCTION) { context, offset, _ in
                    CurlTransfer.of(context).rewind(offset)
                })
        }
        if request.method != "GET", request.method != "POST", request.method != "HEAD" {
            note(ccurl_easy_setopt_string(easy, CURLOPT_CUSTOMREQUEST, request.method))
        }
    }

    /// The header lines; those that hold a credential are written in place and wiped in `release`.
    private func appendHeaders() -> Bool {
        let given = Set(request.headers.map { $0.name.lowercased() })
        for name in ["Expect", "Accept", "Content-Type"] where !given.contains(name.lowercased()) {
            guard append(Array("\(name):".utf8)) else { return false }
        }
        for header in request.headers {
            let line = WipedBuffer(capacity: 256)
            line.append(text: header.name + ": ")
            header.withValueBytes { line.append($0) }
            guard line.withUnsafeBytes({ append($0) }) else { return false }
        }
        return true
    }

    private func append(_ line: some Collection<UInt8>) -> Bool {
        // A line break in a header would begin another one.
        guard !line.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0 }) else { return false }
        let room = UnsafeMutableBufferPointer<CChar>.allocate(capacity: line.count + 1)
        defer {
            cscrub_wipe(room.baseAddress!, room.count)
            room.deallocate()
        }
        for (place, byte) in line.enumerated() { room[place] = CChar(bitPattern: byte) }
        room[line.count] = 0
        guard let longer = curl_slist_append(headerList, room.baseAddress) else { return false }
        headerList = longer
        return true
    }

    // MARK: During

    private static func of(_ context: UnsafeMutableRawPointer?) -> CurlTransfer {
        Unmanaged<CurlTransfer>.fromOpaque(context!).takeUnretainedValue()
    }

    private func take(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard count > 0 else { return 0 }
        guard body.count + count <= request.bodyLimit else {
            isTooLarge = true
            return 0
        }
        body.append(UnsafeRawBufferPointer(start: bytes, count: count))
        return count
    }

    private func takeHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        let line = UnsafeRawBufferPointer(start: bytes, count: count)
        if line.starts(with: "HTTP/".utf8) {
            headers = [:]
        } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            var value = Substring(String(decoding: line[(colon + 1)...], as: UTF8.self))
            while value.first?.isWhitespace == true { value = value.dropFirst() }
            while value.last?.isWhitespace == true { value = value.dropLast() }
            headers[name] = headers[name].map { "\($0),\(value)" } ?? String(value)
        }
        return count
    }

    private func give(_ room: UnsafeMutablePointer<CChar>?, _ capacity: Int) -> Int {
        guard case .secret(let secret) = request.body, let room else { return 0 }
        return secret.withUnsafeBytes { bytes in
            let count = max(0, min(capacity, bytes.count - bodyOffset))
            guard count > 0, let base = bytes.baseAddress else { return 0 }
            UnsafeMutableRawPointer(room).copyMemory(from: base + bodyOffset, byteCount: count)
            bodyOffset += count
            return count
        }
    }

    private func rewind(_ offset: curl_off_t) -> Int32 {
        bodyOffset = Int(offset)
        return 0
    }

    // MARK: After

    func result(_ code: CURLcode, _ easy: UnsafeMutableRawPointer) -> Result<HTTPResponse, TransportError> {
        guard code == CURLE_OK else {
            body.wipe()
            return .failure(
                isTooLarge
                    ? TransportError(
                        .tooLarge, code: "BodyTooLarge",
                        words: "\(request.endpoint.authority) sent more than \(request.bodyLimit) bytes",
                        mayHaveArrived: true)
                    : CurlFailure.error(code, easy, self, mayHaveArrived: mayHaveArrived(easy, code)))
        }
        var status = 0
        _ = ccurl_easy_getinfo_long(easy, CURLINFO_RESPONSE_CODE, &status)
        return .success(HTTPResponse(status: status, headers: headers, body: body))
    }

    /// Whether the request may have reached the server: not if there was no connection yet.
    func mayHaveArrived(_ easy: UnsafeMutableRawPointer, _ code: CURLcode = CURLE_OPERATION_TIMEDOUT) -> Bool {
        if CurlFailure.isBeforeSending(code) { return false }
        var microseconds: curl_off_t = 0
        _ = ccurl_easy_getinfo_off_t(easy, CURLINFO_PRETRANSFER_TIME_T, &microseconds)
        return microseconds > 0
    }

    /// Wipes and frees what libcurl was given. Safe to call twice.
    func release() {
        var node = headerList
        while let line = node {
            if let data = line.pointee.data { cscrub_wipe(data, strlen(data)) }
            node = line.pointee.next
        }
        curl_slist_free_all(headerList)
        headerList = nil
        if let copy = bodyCopy, let base = copy.baseAddress {
            cscrub_wipe(base, copy.count)
            copy.deallocate()
        }
        bodyCopy = nil
    }
}
