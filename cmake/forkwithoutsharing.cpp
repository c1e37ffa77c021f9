// SPDX-License-Identifier: GPL-3.0-or-later
// For builds with ThreadSanitizer alone: QProcess starts its child by clone() with shared memory, as vfork() would.
// The sanitizer's own clone() then notes in that shared memory that it stands behind a fork, and ends the program at
// its next thread. Without sharing it is a fork as any other, and nothing is hidden from the sanitizer.
#include <dlfcn.h>
#include <sched.h>

#include <cstdarg>

using Clone = int (*)(int (*)(void*), void*, int, void*, ...);

extern "C" int clone(int (*child)(void*), void* stack, int flags, void* argument, ...) noexcept
{
    static const auto next = reinterpret_cast<Clone>(dlsym(RTLD_NEXT, "clone"));
    va_list rest;
    va_start(rest, argument);
    void* const parentTid = va_arg(rest, void*);
    void* const threadArea = va_arg(rest, void*);
    void* const childTid = va_arg(rest, void*);
    va_end(rest);
    if ((flags & CLONE_VFORK) != 0)
        flags &= ~(CLONE_VM | CLONE_VFORK);
    return next(child, stack, flags, argument, parentTid, threadArea, childTid);
}
