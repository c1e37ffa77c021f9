// SPDX-License-Identifier: GPL-3.0-or-later
// Slack on loopback (slack.mjs), and what was said in its channel.
#pragma once

#include "tests/integration/notify/otherprogram.h"

#include <QJsonDocument>

namespace signalbox::test {

class Chat {
public:
    static constexpr const char* kSecretPart = "X000000001"; // of the address of its webhook

    QString start(); // empty; else why it cannot be started here
    QString webhook() const;
    /// Messages whose text or blocks hold `text`.
    int count(const QByteArray& text) const;
    QByteArray history() const; // all of them, as JSON

private:
    OtherProgram m_program;
    QString m_url;
};

/// What a server answers to a GET, or to a POST where there is a body.
QJsonDocument fetched(const QString& url, const QByteArray& body = {});

} // namespace signalbox::test
