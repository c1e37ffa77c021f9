// SPDX-License-Identifier: GPL-3.0-or-later
// Ids of what hangs on a repository: unique over all kinds, so that a mistaken one is noticed.
let serial = 1_500_000_000;

export function nextSerial() {
    return ++serial;
}
