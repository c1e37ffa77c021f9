// SPDX-License-Identifier: GPL-3.0-or-later
// Gives the resource library of the pictures a source of its own; the resources register themselves.
namespace signalbox::resources {
extern const char* const kPicturesRoot;
const char* const kPicturesRoot = ":/signalbox/icons";
} // namespace signalbox::resources
