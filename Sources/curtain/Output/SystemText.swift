import Glibc

/// The system's words for an errno. The corresponding C function is strerror.
enum SystemText {
    static func of(errno number: Int32) -> String {
        String(cString: strerror(number))
    }
}
