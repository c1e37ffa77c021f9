// SPDX-License-Identifier: GPL-3.0-or-later
// Two texts line by line: what went, what came, and a little of what stands around it.
//
// Thread  any: pure
#pragma once

#include <QAbstractListModel>
#include <QString>

namespace signalbox::ui {

struct DiffLine {
    enum class Kind { Same, Added, Removed, Gap };

    Kind kind = Kind::Same;
    int number = 0; // counted from 1, in the new text, or in the old one where it went
    QString text;
    bool operator==(const DiffLine&) const = default;
};

/// `around`: how many lines that are the same stand beside a change; what is left out is a Gap.
QList<DiffLine> lineDiff(const QString& before, const QString& after, int around = 3);

class LineDiffModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { NumberRole = Qt::UserRole, KindRole };

    using QAbstractListModel::QAbstractListModel;

    void load(QList<DiffLine> lines);
    int count(DiffLine::Kind kind) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<DiffLine> m_lines;
};

} // namespace signalbox::ui
