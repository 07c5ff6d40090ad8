#pragma once
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
// wcwidth(3)
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif
#include <ncurses.h>
#include <stdint.h>
#include <string.h>
#include <term.h>
#include <wchar.h>

// What ncurses has as macros, globals and variadic functions, as functions that Swift can call.

static inline WINDOW *cncurses_stdscr(void) { return stdscr; }
static inline WINDOW *cncurses_curscr(void) { return curscr; }
// Frees the entry that setupterm has read last.
static inline int cncurses_forget_entry(void) { return del_curterm(cur_term); }
static inline int cncurses_rows(WINDOW *window) { return getmaxy(window); }
static inline int cncurses_columns(WINDOW *window) { return getmaxx(window); }
static inline int cncurses_max_pairs(void) { return COLOR_PAIRS; }

static inline uint32_t cncurses_bold(void) { return A_BOLD; }
static inline uint32_t cncurses_dim(void) { return A_DIM; }
static inline uint32_t cncurses_italic(void) { return A_ITALIC; }
static inline uint32_t cncurses_underline(void) { return A_UNDERLINE; }
static inline uint32_t cncurses_reverse(void) { return A_REVERSE; }

// A cell as it crosses from Swift: a base, its marks, its columns and its looks.
typedef struct {
    uint32_t base, mark1, mark2, mark3;
    uint32_t attributes;
    int32_t pair;
    int32_t width;
} cncurses_cell;

// What is drawn for a base about whose width the C library disagrees with us: as many question marks as
// the place has columns, so that the row stays aligned. Right halves (width 0) are left out.
static inline int cncurses_set_row(WINDOW *window, int row, int column, const cncurses_cell *cells, int count) {
    for (int i = 0; i < count; i++) {
        if (cells[i].width == 0) continue;
        wchar_t text[CCHARW_MAX + 1] = {(wchar_t)cells[i].base, (wchar_t)cells[i].mark1, (wchar_t)cells[i].mark2,
                                        (wchar_t)cells[i].mark3};
        int drawn = cells[i].base < 0x7f ? 1 : wcwidth((wchar_t)cells[i].base);
        int copies = 1;
        if (drawn != cells[i].width) {
            memset(text, 0, sizeof text);
            text[0] = L'?';
            copies = cells[i].width;
        }
        cchar_t cell;
        int pair = cells[i].pair;
        if (setcchar(&cell, text, cells[i].attributes, (short)(pair > 32767 ? 0 : pair), &pair) == ERR) return ERR;
        for (int n = 0; n < copies; n++) {
            if (mvwadd_wchnstr(window, row, column + i + n, &cell, 1) == ERR) return ERR;
        }
        explicit_bzero(&cell, sizeof cell);
        explicit_bzero(text, sizeof text);
    }
    return OK;
}

// Functions of libtinfo that no header declares and that libncursesw calls: one puts a byte into the output
// buffer of the screen, the other sends the buffer. (putp writes to the standard output of C instead.)
extern int _nc_outch(int byte);
extern void _nc_flush(void);
static inline void cncurses_flush(void) { _nc_flush(); }

// Puts as many blanks into the output buffer and sends them, wherever it is sent to now.
static inline void cncurses_fill_output(int count) {
    for (int i = 0; i < count; i++) _nc_outch(' ');
    _nc_flush();
}

// A string capability by its terminfo name, or NULL: tigetstr has two ways of saying no.
static inline const char *cncurses_string(const char *name) {
    char *text = tigetstr(name);
    return text == (char *)-1 ? NULL : text;
}

// Presses of the first button and turns of the wheel, at once and without waiting for a second press; or none.
static inline void cncurses_take_mouse(int on) {
    mouseinterval(0);
    mousemask(on ? (BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED) : 0, NULL);
}

// What KEY_MOUSE was about: 1 a press, 2 the wheel up, 3 the wheel down, 0 nothing that concerns us.
static inline int cncurses_read_mouse(int *row, int *column) {
    MEVENT event;
    if (getmouse(&event) != OK) return 0;
    *row = event.y;
    *column = event.x;
    if (event.bstate & BUTTON1_PRESSED) return 1;
    if (event.bstate & BUTTON4_PRESSED) return 2;
    if (event.bstate & BUTTON5_PRESSED) return 3;
    return 0;
}
