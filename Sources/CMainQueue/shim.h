#pragma once

// How a run loop serves the main queue on a thread that also waits for something else. libdispatch exports both for the
// run loops of CoreFoundation, and every Swift program with a RunLoop goes through them, but no header declares them.

/// The descriptor (of eventfd) that is readable while the main queue has work.
int cmainqueue_handle(void) __asm__("_dispatch_get_main_queue_handle_4CF");

/// Does the work that the main queue has. On the main thread only.
void cmainqueue_drain(void *unused) __asm__("_dispatch_main_queue_callback_4CF");
