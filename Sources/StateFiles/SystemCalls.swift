import Glibc

/// The only file of this module that calls C. Each function is one call, repeated when a signal
/// interrupted it, with a `Result` that carries errno.
enum SystemCalls {
    typealias Outcome<Value> = Result<Value, Errno>

    /// A failed call's errno.
    struct Errno: Error, Equatable {
        let code: Int32
        var text: String { String(cString: strerror(code)) }
    }

    /// The corresponding C function is openat. The descriptor is always close-on-exec.
    static func open(at folder: Int32, _ path: String, _ flags: Int32, mode: mode_t = 0) -> Outcome<Int32> {
        repeated { openat(folder, path, flags | O_CLOEXEC, mode) }
    }

    /// The corresponding C function is close. Not repeated: on Linux the descriptor is gone either way.
    static func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

    /// The corresponding C function is pread.
    static func read(
        _ descriptor: Int32, into room: UnsafeMutableRawBufferPointer, at offset: Int
    ) -> Outcome<Int> {
        repeated { pread(descriptor, room.baseAddress, room.count, off_t(offset)) }
    }

    /// One write at the file's end or position, possibly short. The corresponding C function is write.
    static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Outcome<Int> {
        repeated { Glibc.write(descriptor, bytes.baseAddress, bytes.count) }
    }

    /// One write at an offset, possibly short. The corresponding C function is pwrite.
    static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int) -> Outcome<Int> {
        repeated { pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(offset)) }
    }

    /// The corresponding C function is fsync. Not repeated after a failure: the kernel tells it once.
    static func sync(_ descriptor: Int32) -> Outcome<Void> { repeated { fsync(descriptor) }.map { _ in } }

    /// The corresponding C function is ftruncate.
    static func truncate(_ descriptor: Int32, to size: Int) -> Outcome<Void> {
        repeated { ftruncate(descriptor, off_t(size)) }.map { _ in }
    }

    /// The corresponding C function is fchmod.
    static func change(mode: mode_t, of descriptor: Int32) -> Outcome<Void> {
        repeated { fchmod(descriptor, mode) }.map { _ in }
    }

    /// The corresponding C function is fstat.
    static func status(of descriptor: Int32) -> Outcome<stat> {
        var result = stat()
        return repeated { fstat(descriptor, &result) }.map { _ in result }
    }

    /// The corresponding C function is fstatat.
    static func status(at folder: Int32, _ name: String) -> Outcome<stat> {
        var result = stat()
        return repeated { fstatat(folder, name, &result, AT_SYMLINK_NOFOLLOW) }.map { _ in result }
    }

    /// The corresponding C function is mkdirat.
    static func makeFolder(at folder: Int32, _ path: String, mode: mode_t) -> Outcome<Void> {
        repeated { mkdirat(folder, path, mode) }.map { _ in }
    }

    /// The corresponding C function is renameat.
    static func rename(at folder: Int32, _ name: String, to newName: String) -> Outcome<Void> {
        repeated { renameat(folder, name, folder, newName) }.map { _ in }
    }

    /// The corresponding C function is linkat.
    static func link(at folder: Int32, _ name: String, to newName: String) -> Outcome<Void> {
        repeated { linkat(folder, name, folder, newName, 0) }.map { _ in }
    }

    /// The corresponding C function is unlinkat.
    static func remove(at folder: Int32, _ name: String, folder isFolder: Bool = false) -> Outcome<Void> {
        repeated { unlinkat(folder, name, isFolder ? AT_REMOVEDIR : 0) }.map { _ in }
    }

    /// Tries to take the lock of a file at once; false if another holds it. The corresponding C function is flock.
    static func tryLock(_ descriptor: Int32) -> Outcome<Bool> {
        switch repeated({ flock(descriptor, LOCK_EX | LOCK_NB) }) {
        case .success: .success(true)
        case .failure(let error) where error.code == EWOULDBLOCK: .success(false)
        case .failure(let error): .failure(error)
        }
    }

    /// The names in a folder but `.` and `..`. The corresponding C functions are fdopendir and readdir.
    static func names(in folder: Int32) -> Outcome<[String]> {
        let copy: Int32
        switch open(at: folder, ".", O_RDONLY | O_DIRECTORY) {
        case .success(let descriptor): copy = descriptor
        case .failure(let error): return .failure(error)
        }
        guard let stream = fdopendir(copy) else {
            let error = Errno(code: errno)
            close(copy)
            return .failure(error)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                return errno == 0 ? .success(names) : .failure(Errno(code: errno))
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
    }

    /// The corresponding C function is geteuid.
    static var effectiveUser: UInt32 { geteuid() }

    /// The corresponding C function is nanosleep.
    static func pause(milliseconds: Int) {
        var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
        nanosleep(&time, nil)
    }

    /// The home folder of the user's entry in the user database. The corresponding C function is getpwuid_r.
    static var homeFolder: String? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var room = [CChar](repeating: 0, count: 16384)
        guard getpwuid_r(geteuid(), &entry, &room, room.count, &found) == 0, found != nil,
            let home = entry.pw_dir
        else { return nil }
        return String(cString: home)
    }

    private static func repeated<Number: SignedInteger>(_ call: () -> Number) -> Outcome<Number> {
        while true {
            let result = call()
            if result != -1 { return .success(result) }
            let code = errno
            if code != EINTR { return .failure(Errno(code: code)) }
        }
    }
}
