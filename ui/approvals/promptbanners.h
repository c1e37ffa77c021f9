// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above the evidence when something is out of the ordinary: a failure, a decision that waits to be sent,
// evidence that is too old, an approval that has ended.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/base/result.h"
#include "ui/models/decisiontext.h"
#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

class ErrorStrip;

class PromptBanners final : public QWidget {
    Q_OBJECT

public:
    explicit PromptBanners(const ThemeSource& themes, QWidget* parent = nullptr);

    void clearFailure();
    void tellRefused(const QString& sentence, const QString& why);
    /// Why the decision did not count; its texts were made to be shown, see core/gate/requirements.h.
    void tellRefused(const Error& error, bool evidenceMoved);
    void tellTooLate(const Error& error); // a decision could not be taken back
    void tellUnsent(const Error& error);
    void setRefreshing(bool refreshing);
    void tellNotRefreshed(const Error& error); // the evidence is as it was
    void clearRefresh();
    void showEnded(const QString& sentences); // empty: it has not ended
    void showStale(const StaleText& stale); // with the way to newer evidence

    QString failure() const; // empty: none
    QString ended() const;
    QString stale() const;

signals:
    void sendAgainAsked();
    void refreshAsked();

private:
    ErrorStrip* m_refused;
    ErrorStrip* m_unsent;
    ErrorStrip* m_ended;
    ErrorStrip* m_stale;
    ErrorStrip* m_notRefreshed;
};

} // namespace signalbox::ui
