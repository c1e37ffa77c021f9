// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/screen.h"

#include <QStringList>

#include <cstdio>
#include <cstdlib>
#include <vector>

namespace signalbox::console {

namespace {

constexpr int kOutsideFailed = 3;

struct Message {
    QtMsgType type;
    QString text;
};

std::vector<Message>& heldBack()
{
    static std::vector<Message> messages;
    return messages;
}

void holdBack(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type != QtFatalMsg) {
        heldBack().push_back({type, text});
        return;
    }
    const QString cause = heldBack().empty() ? text.section(QLatin1Char('\n'), 0, 0) : heldBack().front().text;
    std::fprintf(stderr, "signalbox: no screen to open a window on: %s; see DISPLAY, or use signalboxctl\n",
                 qPrintable(cause.simplified()));
    std::_Exit(kOutsideFailed);
}

} // namespace

Screen::Screen()
{
    qInstallMessageHandler(holdBack);
}

Screen::~Screen()
{
    qInstallMessageHandler(nullptr);
    for (const Message& message : std::exchange(heldBack(), {}))
        qt_message_output(message.type, {}, message.text);
}

} // namespace signalbox::console
