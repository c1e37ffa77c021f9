// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logfaces.h"

#include <QFontDatabase>

#include <algorithm>
#include <array>
#include <utility>

namespace signalbox::ui {

namespace {

using Writing = QFontDatabase::WritingSystem;

struct Script {
    QChar::Script script;
    Writing writing;
};

constexpr std::array kScripts{
    Script{QChar::Script_Latin, Writing::Latin},
    Script{QChar::Script_Greek, Writing::Greek},
    Script{QChar::Script_Cyrillic, Writing::Cyrillic},
    Script{QChar::Script_Armenian, Writing::Armenian},
    Script{QChar::Script_Hebrew, Writing::Hebrew},
    Script{QChar::Script_Arabic, Writing::Arabic},
    Script{QChar::Script_Syriac, Writing::Syriac},
    Script{QChar::Script_Thaana, Writing::Thaana},
    Script{QChar::Script_Devanagari, Writing::Devanagari},
    Script{QChar::Script_Bengali, Writing::Bengali},
    Script{QChar::Script_Gurmukhi, Writing::Gurmukhi},
    Script{QChar::Script_Gujarati, Writing::Gujarati},
    Script{QChar::Script_Oriya, Writing::Oriya},
    Script{QChar::Script_Tamil, Writing::Tamil},
    Script{QChar::Script_Telugu, Writing::Telugu},
    Script{QChar::Script_Kannada, Writing::Kannada},
    Script{QChar::Script_Malayalam, Writing::Malayalam},
    Script{QChar::Script_Sinhala, Writing::Sinhala},
    Script{QChar::Script_Thai, Writing::Thai},
    Script{QChar::Script_Lao, Writing::Lao},
    Script{QChar::Script_Tibetan, Writing::Tibetan},
    Script{QChar::Script_Myanmar, Writing::Myanmar},
    Script{QChar::Script_Georgian, Writing::Georgian},
    Script{QChar::Script_Khmer, Writing::Khmer},
    Script{QChar::Script_Hiragana, Writing::Japanese},
    Script{QChar::Script_Katakana, Writing::Japanese},
    Script{QChar::Script_Han, Writing::Japanese},
    Script{QChar::Script_Han, Writing::SimplifiedChinese},
    Script{QChar::Script_Han, Writing::TraditionalChinese},
    Script{QChar::Script_Bopomofo, Writing::TraditionalChinese},
    Script{QChar::Script_Hangul, Writing::Korean},
};

constexpr std::array kSideBySide{QChar::Script_Common,   QChar::Script_Latin,    QChar::Script_Greek,
                                 QChar::Script_Cyrillic, QChar::Script_Armenian, QChar::Script_Georgian,
                                 QChar::Script_Hiragana, QChar::Script_Katakana, QChar::Script_Han,
                                 QChar::Script_Bopomofo, QChar::Script_Hangul,   QChar::Script_Braille};

// Of what belongs to no script: marks of tests, spinners, emoji.
constexpr std::array kOfSymbols{"DejaVu Sans Mono",   "DejaVu Sans",    "Noto Sans Symbols 2",
                                "Noto Sans Symbols2", "Noto Sans Math", "Noto Sans Symbols",
                                "Noto Color Emoji",   "Noto Emoji",     "Symbola"};

/// Fullwidth forms and the punctuation of Chinese and Japanese belong to no script, but to their fonts.
QChar::Script scriptOf(char32_t character)
{
    const QChar::Script script = QChar::script(character);
    const bool ideographic
        = (character >= 0x3000 && character <= 0x30ff) || (character >= 0xff00 && character <= 0xffef);
    return script == QChar::Script_Common && ideographic ? QChar::Script_Han : script;
}

/// A face of columns before others, and the form of ideographs that belongs to the language.
int rank(const QString& family, Writing writing)
{
    const bool japanese = writing == Writing::Japanese && family.contains(QLatin1String("JP"));
    return (japanese ? 4 : 0) + (family.contains(QLatin1String("Mono")) ? 2 : 0)
        + (family.startsWith(QLatin1String("Noto Sans")) || family.startsWith(QLatin1String("DejaVu Sans")) ? 1 : 0);
}

QString bestFamily(Writing writing)
{
    const QStringList families = QFontDatabase::families(writing);
    const auto best
        = std::ranges::max_element(families, {}, [writing](const QString& family) { return rank(family, writing); });
    return best == families.end() ? QString() : *best;
}

LogFace faceFrom(QFont font)
{
    font.setStyleStrategy(QFont::NoFontMerging);
    const QRawFont raw = QRawFont::fromFont(font);
    return {font, raw, QFontMetricsF(font), !raw.fontTable("CBLC").isEmpty()};
}

} // namespace

LogFaces::LogFaces(const QFont& log, QObject* parent) : QObject(parent), m_own(faceFrom(log))
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &LogFaces::openNext);
}

LogFaces::~LogFaces() = default;

bool LogFaces::isSimple(QChar::Script script)
{
    return std::ranges::find(kSideBySide, script) != kSideBySide.end();
}

LogFaces::Answer LogFaces::faceOf(char32_t character)
{
    const QChar::Script script = scriptOf(character);
    // Where shaping is needed, Qt asks for the script, and would look for another font if this one lacks parts of it.
    if ((isSimple(script) || script == QChar::Script_Inherited) && m_own.raw.supportsCharacter(character))
        return {&m_own};
    for (Candidate* at : candidatesOf(script)) {
        if (!at->face) {
            if (!std::exchange(at->asked, true)) {
                m_toOpen.push_back(at);
                m_turn.start();
            }
            return {nullptr, true};
        }
        if (at->face->raw.supportsCharacter(character))
            return {&*at->face};
    }
    return {};
}

const std::vector<LogFaces::Candidate*>& LogFaces::candidatesOf(QChar::Script script)
{
    const auto [known, isNew] = m_ofScript.try_emplace(script);
    if (!isNew)
        return known->second;
    const auto add = [&list = known->second](Candidate* found) {
        if (std::ranges::find(list, found) == list.end())
            list.push_back(found);
    };
    for (const Script& of : kScripts) {
        if (of.script != script)
            continue;
        if (const QString family = bestFamily(of.writing); !family.isEmpty())
            add(candidate(family));
    }
    if (isSimple(script)) {
        const QStringList there = QFontDatabase::families();
        for (const char* const name : kOfSymbols) {
            const QLatin1String family(name);
            if (there.contains(family))
                add(candidate(family));
        }
    }
    return known->second;
}

LogFaces::Candidate* LogFaces::candidate(const QString& family)
{
    const auto known = std::ranges::find(m_candidates, family, &Candidate::family);
    return known != m_candidates.end() ? &*known : &m_candidates.emplace_back(Candidate{family, false, {}});
}

void LogFaces::openNext()
{
    Candidate& next = *m_toOpen.front();
    m_toOpen.pop_front();
    QFont font = m_own.font;
    font.setFamilies({next.family});
    font.setWeight(QFont::Normal); // lighter cuts of a family hold fewer characters
    next.face = faceFrom(font);
    if (!m_toOpen.empty())
        m_turn.start();
    emit opened();
}

} // namespace signalbox::ui
