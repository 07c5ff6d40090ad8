import CNcurses
import CScrub
import Glibc
import TerminalCanvas

extension CursesTerminal {
    /// Paints the frame: what differs from the last one, and nothing else.
    ///
    /// A buffer of another size than the window is left undrawn: the resize that made it so is on its way.
    /// A frame without any part of a value, after one with, leaves nothing of it behind either.
    /// (The C functions wadd_wchnstr, wnoutrefresh and doupdate.)
    public func draw(_ buffer: ScreenBuffer, theme: Theme) {
        guard isActive, !isLost, buffer.rows == rows, buffer.columns == columns else { return }
        if styles?.theme != theme {
            styles = StyleTable(theme: theme, depth: colours.depth, colours: colourCount, pairs: &pairs)
            frontIsCurrent = false
        }
        guard let styles else { return }
        var isChanged = !frontIsCurrent || buffer.cursor != front.cursor
        for row in 0..<buffer.rows {
            guard let changed = changedColumns(of: buffer, row: row) else { continue }
            set(row: row, columns: changed, of: buffer, styles: styles)
            isChanged = true
        }
        guard isChanged else { return }
        let cursorChanges = !frontIsCurrent || (buffer.cursor == nil) != (front.cursor == nil)
        let wasSensitive = frontIsSensitive
        front.copy(from: buffer)
        frontIsCurrent = true
        frontIsSensitive = front.hasSensitiveCells
        update(cursorChanges: cursorChanges)
        if wasSensitive, !frontIsSensitive { scrubOutputBuffer() }
    }

    /// Paints every cell again, for a screen that something else has written on. (The C function clearok.)
    public func redraw() {
        guard isActive, !isLost else { return }
        clearok(cncurses_curscr(), true)
        update()
    }

    /// Overwrites every cell that shows a part of a value: on the terminal, in the windows of ncurses and in
    /// its output buffer. When it returns, nothing here holds the value any more.
    public func overwriteSensitive() {
        guard frontIsSensitive else { return }
        frontIsSensitive = false
        for row in 0..<front.rows {
            for column in 0..<front.columns where front[row, column].isSensitive {
                front[row, column] = .blank(front[row, column].role)
            }
        }
        guard let styles else { return }
        for row in 0..<front.rows { set(row: row, columns: 0..<front.columns, of: front, styles: styles) }
        update()
        scrubOutputBuffer()
    }

    private func changedColumns(of buffer: ScreenBuffer, row: Int) -> Range<Int>? {
        guard frontIsCurrent else { return 0..<buffer.columns }
        return buffer.withRow(row) { new in
            front.withRow(row) { old in
                let bytes = new.count * MemoryLayout<Cell>.stride
                guard let a = new.baseAddress, let b = old.baseAddress, memcmp(a, b, bytes) != 0 else { return nil }
                var first = 0
                while first < new.count, new[first] == old[first] { first += 1 }
                var last = new.count
                while last > first, new[last - 1] == old[last - 1] { last -= 1 }
                // Both halves of a wide character go together.
                while first > 0, new[first].width == 0 || old[first].width == 0 { first -= 1 }
                while last < new.count, new[last].width == 0 || old[last].width == 0 { last += 1 }
                return first..<last
            }
        }
    }

    private func set(row: Int, columns: Range<Int>, of buffer: ScreenBuffer, styles: StyleTable) {
        withUnsafeTemporaryAllocation(of: cncurses_cell.self, capacity: columns.count) { cells in
            buffer.withRow(row) { source in
                for (place, column) in columns.enumerated() {
                    let cell = source[column]
                    let style = styles.entry(cell.role)
                    cells[place] = cncurses_cell(
                        base: cell.base, mark1: cell.mark1, mark2: cell.mark2, mark3: cell.mark3,
                        attributes: style.attributes | StyleTable.bits(cell.attributes), pair: style.pair,
                        width: Int32(cell.width))
                }
            }
            _ = cncurses_set_row(
                cncurses_stdscr(), Int32(row), Int32(columns.lowerBound), cells.baseAddress, Int32(columns.count))
            if let start = cells.baseAddress { cscrub_wipe(start, cells.count * MemoryLayout<cncurses_cell>.stride) }
        }
    }

    /// One frame on its way. Its marks go past the buffer of ncurses, which is empty before and after.
    private func update(cursorChanges: Bool = false) {
        guard isActive, !isLost else { return }
        if synchronises { endpoints.write(TerminalSequences.frameStart) }
        if cursorChanges { curs_set(front.cursor == nil ? 0 : 1) }
        if let cursor = front.cursor, cursor.row < rows, cursor.column < columns {
            wmove(cncurses_stdscr(), Int32(cursor.row), Int32(cursor.column))
        }
        wnoutrefresh(cncurses_stdscr())
        doupdate()
        if synchronises { endpoints.write(TerminalSequences.frameEnd) }
    }

    /// Fills the output buffer of ncurses, which keeps the bytes of the last frames, from end to end; they go
    /// nowhere, as our descriptor points at /dev/null for that moment.
    private func scrubOutputBuffer() {
        let saved = fcntl(endpoints.output, F_DUPFD_CLOEXEC, 3)
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer {
            if saved >= 0 { close(saved) }
            if nowhere >= 0 { close(nowhere) }
        }
        guard saved >= 0, nowhere >= 0, dup2(nowhere, endpoints.output) >= 0 else { return }
        // ncurses makes it (rows + 2) * (columns + 6) bytes long at its start; the window may have shrunk since.
        cncurses_fill_output(Int32(max(2 * (front.rows + 2) * (front.columns + 6), 1 << 16)))
        _ = dup2(saved, endpoints.output)
        _ = fcntl(endpoints.output, F_SETFD, FD_CLOEXEC)
    }
}
