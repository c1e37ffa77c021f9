// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/gonewords.h"

#include "ui/models/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <vector>

namespace signalbox::ui {

namespace {

struct Gone {
    Q_DECLARE_TR_FUNCTIONS(Gone)
};

struct Sentence {
    QRegularExpression form;
    const char* words; // with what the form captures
};

const std::vector<Sentence>& sentences()
{
    static const auto is
        = [](const char* form) { return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(form))); };
    static const std::vector<Sentence> all{
        {is("attempt (\\d+) of the run has begun"), QT_TRANSLATE_NOOP("Gone", "attempt %1 of the run has begun")},
        {is("the run has ended: success"), QT_TRANSLATE_NOOP("Gone", "the run has ended, and passed")},
        {is("the run has ended: failure"), QT_TRANSLATE_NOOP("Gone", "the run has ended, and failed")},
        {is("the run has ended: timed_out"), QT_TRANSLATE_NOOP("Gone", "the run has ended at a time limit")},
        {is("the run has ended: cancelled"), QT_TRANSLATE_NOOP("Gone", "the run was cancelled")},
        {is("the run has ended: skipped"), QT_TRANSLATE_NOOP("Gone", "the run was skipped")},
        {is("the run has ended: \\w*"), QT_TRANSLATE_NOOP("Gone", "the run has ended")},
        {is("it was let through there without a review"),
         QT_TRANSLATE_NOOP("Gone", "it was let through there without a review")},
        {is("it was let through there"), QT_TRANSLATE_NOOP("Gone", "it was let through there")},
        {is("it was cancelled there"), QT_TRANSLATE_NOOP("Gone", "it was cancelled there")},
        {is("the run is not there any more"), QT_TRANSLATE_NOOP("Gone", "the run is not there any more")},
        {is("run (\\S+) deploys to (.+) in its place"), QT_TRANSLATE_NOOP("Gone", "run %1 deploys to %2 in its place")},
    };
    return all;
}

} // namespace

QString goneWords(const std::string& why)
{
    const QString raw = text(why);
    for (const Sentence& sentence : sentences()) {
        const auto match = sentence.form.match(raw);
        if (!match.hasMatch())
            continue;
        const QString words = Gone::tr(sentence.words);
        switch (match.lastCapturedIndex()) {
        case 1: return words.arg(match.captured(1));
        case 2: return words.arg(match.captured(1), match.captured(2));
        default: return words;
        }
    }
    return raw;
}

} // namespace signalbox::ui
