import Glibc

/// Sockets on 127.0.0.1.
public enum LoopbackSocket {
    /// A listening socket on a free port. The corresponding C functions are socket, bind, listen, getsockname.
    static func listen() throws(EmulatorError) -> (descriptor: Int32, port: UInt16) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw EmulatorError(call: "socket", errno: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let call: String? = withUnsafeMutablePointer(to: &address) { typed in
            typed.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                if bind(descriptor, plain, length) != 0 { return "bind" }
                if Glibc.listen(descriptor, 64) != 0 { return "listen" }
                return getsockname(descriptor, plain, &length) == 0 ? nil : "getsockname"
            }
        }
        if let call {
            let number = errno
            close(descriptor)
            throw EmulatorError(call: call, errno: number)
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    /// A port on which nobody listens: it was free a moment ago.
    public static func closedPort() throws(EmulatorError) -> UInt16 {
        let (descriptor, port) = try listen()
        close(descriptor)
        return port
    }
}
