// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/signedbars.h"

#include "ui/widgets/tabular.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace signalbox::ui {

namespace {
constexpr int kRow = 24;
constexpr int kBar = 12; // height
constexpr int kValues = 58; // width, at the right
constexpr double kNames = 0.42; // of the width
} // namespace

class SignedBars::Drawing final : public QWidget {
public:
    Drawing(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
    {
        setFocusPolicy(Qt::StrongFocus);
        setLayoutDirection(Qt::LeftToRight);
        connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    }

    void take(const Contributions& of)
    {
        m_of = of;
        m_shown = shownHundredths(of);
        QStringList sentences;
        for (std::size_t at = 0; at < of.parts.size(); ++at)
            sentences << spokenContribution(of.parts[at], m_shown[at + 1]);
        setAccessibleName(SignedBars::tr("%1 %2").arg(of.title, shownScore(total())));
        setAccessibleDescription(sentences.join(QLatin1Char(' ')));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override { return {360, kRow * (static_cast<int>(m_of.parts.size()) + 2) + 2}; }
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = m_themes.theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QRectF row(0, 0, width(), kRow);
        words(painter, row, {m_of.baseName, shownScore(m_shown.empty() ? 0 : m_shown.front())}, Tone::Secondary);
        const double zero = zeroAt();
        for (std::size_t at = 0; at < m_of.parts.size(); ++at) {
            row.translate(0, kRow);
            words(painter, row, {m_of.parts[at].name, shownShare(m_shown[at + 1])}, Tone::Primary);
            bar(painter, row, m_of.parts[at].share);
        }
        painter.fillRect(QRectF(zero - 0.5, kRow, 1, row.bottom() - kRow), theme.border.control);
        painter.fillRect(QRectF(0, row.bottom(), width(), 1), theme.border.subtle);
        row.translate(0, kRow + 1);
        painter.setFont(theme.font(Type::BodyStrong));
        strong(painter, row);
    }

private:
    int total() const { return std::accumulate(m_shown.begin(), m_shown.end(), 0); }
    QRectF barRoom() const { return {width() * kNames, 0, width() * (1 - kNames) - kValues - 8, 0}; }

    /// Far enough from the left for what lowers, and to the same measure as what raises.
    double zeroAt() const
    {
        const auto [least, most] = extremes();
        return barRoom().left() + barRoom().width() * (most > least ? -least / (most - least) : 0);
    }

    std::pair<double, double> extremes() const
    {
        double least = 0, most = 0;
        for (const auto& part : m_of.parts) {
            least = std::min(least, part.share);
            most = std::max(most, part.share);
        }
        return {least, most};
    }

    void words(QPainter& painter, const QRectF& row, const std::pair<QString, QString>& said, Tone tone) const
    {
        const Theme& theme = m_themes.theme();
        painter.setFont(theme.font(Type::Body));
        painter.setPen(toneColour(theme, tone));
        const int room = static_cast<int>(width() * kNames) - 8;
        painter.drawText(QRectF(row.left(), row.top(), room, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(said.first, Qt::ElideRight, room));
        drawTabular(painter, row, Qt::AlignRight, said.second);
    }

    void strong(QPainter& painter, const QRectF& row) const
    {
        painter.setPen(m_themes.theme().text.primary);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, m_of.title);
        drawTabular(painter, row, Qt::AlignRight, shownScore(total()));
    }

    void bar(QPainter& painter, const QRectF& row, double share) const
    {
        const Theme& theme = m_themes.theme();
        const auto [least, most] = extremes();
        const double length = barRoom().width() * std::abs(share) / std::max(1e-9, most - least);
        const double left = share < 0 ? zeroAt() - length : zeroAt();
        const QRectF place(left, row.center().y() - kBar / 2.0, length, kBar);
        if (share < 0) {
            painter.setPen(QPen(theme.text.secondary, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(place.adjusted(0.75, 0.75, -0.75, -0.75));
        } else {
            painter.fillRect(place, theme.text.secondary);
        }
    }

    const ThemeSource& m_themes;
    Contributions m_of;
    std::vector<int> m_shown;
};

SignedBars::SignedBars(const ThemeSource& themes, QWidget* parent)
    : Figure(themes, QStringLiteral("nav-approvals"), parent),
      m_drawing(new Drawing(themes, this)),
      m_table(new ContributionTable(this))
{
    setDrawing(m_drawing);
}

void SignedBars::setContributions(Contributions of)
{
    m_of = std::move(of);
    m_drawing->take(m_of);
    showDrawing();
    refreshTable();
}

QAbstractItemModel& SignedBars::table()
{
    return *m_table;
}

void SignedBars::fillTable()
{
    m_table->load(m_of);
}

QString SignedBars::name() const
{
    return m_of.title;
}

} // namespace signalbox::ui
