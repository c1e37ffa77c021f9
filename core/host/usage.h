// SPDX-License-Identifier: GPL-3.0-or-later
// What this process has used so far.
//
// Thread  any
#pragma once

namespace signalbox::host {

double cpuSeconds(); // of all threads, in the program and in the system
double threadCpuSeconds(); // of the thread that asks
double residentMb(); // now, mapped files included
double anonymousMb(); // now, without mapped files
double peakMb(); // the most it has been resident with

} // namespace signalbox::host
