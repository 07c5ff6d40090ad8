import Glibc

/// An open file of a state folder. Closed at its end.
public final class StateFile: Sendable {
    /// What a file is opened for.
    public enum Purpose: Sendable {
        /// Reading only; the file must be there.
        case reading
        /// Reading, and writing at the end only (`O_APPEND`); made with mode 0600 if it is not there.
        case appending
        /// Reading and writing anywhere; made with mode 0600 if it is not there.
        case updating
    }

    /// What the system tells about a file.
    public struct Status: Equatable, Sendable {
        /// In bytes.
        public let size: Int
        /// Which file it is, whatever its name: device and inode.
        public let identity: [UInt64]
        /// The permission bits.
        public let mode: UInt32

        init(_ status: stat) {
            size = Int(status.st_size)
            identity = [UInt64(status.st_dev), UInt64(status.st_ino)]
            mode = status.st_mode & 0o7777
        }
    }

    public let path: String
    let descriptor: Int32

    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { SystemCalls.close(descriptor) }

    /// The size and identity of the file now. (The C function fstat.)
    public func status() throws(StateFilesError) -> Status {
        Status(try SystemCalls.status(of: descriptor).orThrow("look at", path))
    }

    /// Fills the room from the offset on; fewer bytes only at the end of the file. (The C function pread.)
    public func read(
        into room: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws(StateFilesError) -> Int {
        var count = 0
        while count < room.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: room[count...])
            let step = try SystemCalls.read(descriptor, into: rest, at: offset + count).orThrow("read", path)
            if step == 0 { break }
            count += step
        }
        return count
    }

    /// The bytes from the offset on, at most `count` of them.
    public func bytes(at offset: Int, count: Int) throws(StateFilesError) -> [UInt8] {
        var failure: StateFilesError?
        let result = [UInt8](unsafeUninitializedCapacity: count) { room, used in
            do throws(StateFilesError) {
                used = try read(into: UnsafeMutableRawBufferPointer(room), at: offset)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return result
    }

    /// Writes all of the bytes where the file's mode puts them, however many calls that takes. When it
    /// throws, some of them may be in the file. (The C function write.)
    public func write(_ bytes: UnsafeRawBufferPointer) throws(StateFilesError) {
        var rest = bytes
        while !rest.isEmpty {
            let step = try SystemCalls.write(descriptor, rest).orThrow("write", path)
            rest = UnsafeRawBufferPointer(rebasing: rest[step...])
        }
    }

    /// Writes all of the bytes at the offset; the file must be open for updating. (The C function pwrite.)
    public func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StateFilesError) {
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            written += try SystemCalls.write(descriptor, rest, at: offset + written).orThrow("write", path)
        }
    }

    /// `write(_:)` for an array.
    public func write(_ bytes: [UInt8]) throws(StateFilesError) {
        let outcome = bytes.withUnsafeBytes { room in
            Result { () throws(StateFilesError) in try write(room) }
        }
        try outcome.get()
    }

    /// `write(_:at:)` for an array.
    public func write(_ bytes: [UInt8], at offset: Int) throws(StateFilesError) {
        let outcome = bytes.withUnsafeBytes { room in
            Result { () throws(StateFilesError) in try write(room, at: offset) }
        }
        try outcome.get()
    }

    /// Returns when the contents are on the disk. After it has thrown, what was written since the last
    /// success may be lost although it can still be read. (The C function fsync.)
    public func sync() throws(StateFilesError) {
        try SystemCalls.sync(descriptor).orThrow("sync", path)
    }

    /// Cuts the file to `size` bytes. (The C function ftruncate.)
    public func truncate(to size: Int) throws(StateFilesError) {
        try SystemCalls.truncate(descriptor, to: size).orThrow("truncate", path)
    }
}
