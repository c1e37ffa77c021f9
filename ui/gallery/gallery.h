// SPDX-License-Identifier: GPL-3.0-or-later
// For developers: every part of the interface in every state, a board a theme, side by side.
//
// Thread     GUI
#pragma once

#include "core/base/time.h"
#include "ui/gallery/gallerypart.h"
#include "ui/shell/theme.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QScrollArea;

namespace signalbox::ui {

class TabStrip;

/// The parts of one section in one theme, each below its name.
class GalleryBoard final : public QWidget {
    Q_OBJECT

public:
    GalleryBoard(const GalleryGround& ground, const GallerySection& section, QWidget* parent = nullptr);

    /// Every part with its name.
    const std::vector<std::pair<QString, QWidget*>>& parts() const { return m_parts; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* cell(const GalleryGround& ground, const GalleryPart& part);

    const ThemeSource& m_themes;
    std::vector<std::pair<QString, QWidget*>> m_parts;
};

class Gallery final : public QWidget {
    Q_OBJECT

public:
    explicit Gallery(const std::vector<ThemeSource::Choice>& themes, QWidget* parent = nullptr);
    ~Gallery() override;

    int sections() const { return static_cast<int>(m_sections.size()); }
    void showSection(int section);

    /// A picture a section into `folder`, each once what it shows has come; then pictured().
    void takePictures(const QString& folder);

signals:
    void pictured(int written, const QString& failure); // failure empty: all were written

private:
    void takeOne();

    std::unique_ptr<const Clock> m_clock;
    std::vector<std::unique_ptr<ThemeSource>> m_themes;
    const std::vector<GallerySection> m_sections;
    TabStrip* m_tabs;
    QScrollArea* m_scroll;
    QTimer m_settled;
    QString m_folder;
    int m_shown = -1;
    int m_written = 0;
};

} // namespace signalbox::ui
