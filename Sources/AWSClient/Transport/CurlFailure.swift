import CCurl

/// libcurl's result codes in words.
enum CurlFailure {
    static func error(
        _ code: CURLcode, _ easy: UnsafeMutableRawPointer, _ transfer: CurlTransfer, mayHaveArrived: Bool
    ) -> TransportError {
        let host = transfer.request.endpoint.authority
        let (kind, name, words): (TransportError.Kind, String, String) =
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST: (.unresolved, "CURLE_COULDNT_RESOLVE_HOST", "\(host) has no address")
            case CURLE_COULDNT_RESOLVE_PROXY:
                (.unresolved, "CURLE_COULDNT_RESOLVE_PROXY", "the proxy for \(host) has no address")
            case CURLE_COULDNT_CONNECT: (.refused, "CURLE_COULDNT_CONNECT", "\(host) does not accept connections")
            case CURLE_OPERATION_TIMEDOUT:
                mayHaveArrived
                    ? (
                        .timedOut, "CURLE_OPERATION_TIMEDOUT",
                        "\(host) did not answer within \(seconds(transfer.request.totalTimeout))"
                    )
                    : (
                        .timedOut, "CURLE_OPERATION_TIMEDOUT",
                        "no connection to \(host) within \(seconds(transfer.request.connectTimeout))"
                    )
            case CURLE_PEER_FAILED_VERIFICATION:
                (.tls, "CURLE_PEER_FAILED_VERIFICATION", "the certificate of \(host) is not trusted")
            case CURLE_SSL_CONNECT_ERROR: (.tls, "CURLE_SSL_CONNECT_ERROR", "no TLS connection to \(host)")
            case CURLE_SSL_CACERT_BADFILE:
                (.tls, "CURLE_SSL_CACERT_BADFILE", "the file of trusted certificates cannot be read")
            case CURLE_PROXY: (.proxy, "CURLE_PROXY", "the proxy refused the way to \(host)")
            case CURLE_RECV_ERROR where !mayHaveArrived && transfer.usesProxy:
                (.proxy, "CURLE_RECV_ERROR", "the proxy refused the way to \(host)")
            case CURLE_PARTIAL_FILE: (.malformed, "CURLE_PARTIAL_FILE", "\(host) sent less than it announced")
            case CURLE_BAD_CONTENT_ENCODING:
                (.malformed, "CURLE_BAD_CONTENT_ENCODING", "\(host) sent a body whose compression is broken")
            case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
                (.malformed, "CURLE_WEIRD_SERVER_REPLY", "\(host) does not speak HTTP")
            case CURLE_GOT_NOTHING: (.broken, "CURLE_GOT_NOTHING", "\(host) closed the connection without an answer")
            case CURLE_SEND_ERROR: (.broken, "CURLE_SEND_ERROR", "the connection to \(host) broke while sending")
            case CURLE_RECV_ERROR: (.broken, "CURLE_RECV_ERROR", "the connection to \(host) broke while receiving")
            case CURLE_URL_MALFORMAT: (.unusable, "CURLE_URL_MALFORMAT", "not a URL that can be used: \(host)")
            default: (.broken, "CURLE_\(code.rawValue)", "\(host): \(String(cString: curl_easy_strerror(code)))")
            }
        return TransportError(kind, code: name, words: words, mayHaveArrived: mayHaveArrived)
    }

    /// The results that come before a byte of the request is sent.
    static func isBeforeSending(_ code: CURLcode) -> Bool {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT,
            CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_PROXY,
            CURLE_URL_MALFORMAT:
            true
        default: false
        }
    }

    private static func seconds(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value)) s" : "\(Int((value * 1000).rounded())) ms"
    }
}
