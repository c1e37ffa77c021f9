// SPDX-License-Identifier: GPL-3.0-or-later
// How it is set up: policy of the lines, appearance, keys, language, and where the data are.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
#pragma once

#include "core/host/agenthost.h"
#include "ui/models/keyline.h"
#include "ui/models/preferences.h"
#include "ui/shell/page.h"
#include "ui/shell/theme.h"

#include <functional>
#include <vector>

class QStackedWidget;
class QVBoxLayout;

namespace signalbox::ui {

class Button;
class ChoiceField;
class ConnectionsSection;
class DataSection;
class Flow;
class PolicySection;
class SideItem;

class SettingsPage final : public Page {
    Q_OBJECT

public:
    struct Scene {
        host::AgentHost& engine;
        Preferences& preferences;
        const Clock& clock;
    };
    SettingsPage(ThemeSource& themes, const Scene& scene, const std::vector<KeyLine>& keys, QWidget* parent = nullptr);

    PageTitle title() const override;
    void entered() override;
    void chooseConnections(); // shows its section
    void choosePolicy();
    void showZone(); // that times are told in, as it is kept

protected:
    void takeOffline() override;

signals:
    void repositoryAsked(); // to be added
    void approvingChosen(); // kept in the preferences already
    void motionChosen(); // kept there, too
    void letterKeysChosen(); // as well
    void zoneChosen(); // as well

private:
    struct Section {
        QString name;
        SideItem* item;
        std::function<QWidget*()> make; // once it is chosen
        QWidget* page;
    };

    void addSection(const QString& name, std::function<QWidget*()> make);
    /// In one panel; the sentence above it is a member of the page.
    void addRows(const QString& name, Flow*& sentence, const std::function<void(QVBoxLayout*)>& build);
    void buildAppearance(QVBoxLayout* column);
    void buildMotion(QVBoxLayout* column);
    void buildApproving(QVBoxLayout* column);
    void buildLetterKeys(QVBoxLayout* column);
    void buildLanguage(QVBoxLayout* column);
    void buildZones(QVBoxLayout* column);
    void buildKeys(QVBoxLayout* column, const std::vector<KeyLine>& keys);
    QWidget* row(const QString& label, QWidget* control, const QString& note);
    void choose(std::size_t section);
    void showTheme();
    void sayLook();
    void sayLanguage();

    ThemeSource& m_themes;
    Preferences& m_preferences;
    QVBoxLayout* m_side = nullptr;
    QStackedWidget* m_stack = nullptr;
    ConnectionsSection* m_connections = nullptr;
    PolicySection* m_policy = nullptr;
    DataSection* m_data = nullptr;
    Flow* m_look = nullptr;
    Flow* m_keyCount = nullptr;
    Flow* m_tongue = nullptr;
    ChoiceField* m_language = nullptr;
    ChoiceField* m_timesIn = nullptr;
    std::vector<Section> m_sections;
    std::size_t m_chosen = 0;
    std::vector<Button*> m_themeButtons; // dark, light, system, high contrast; none until they are looked at
};

} // namespace signalbox::ui
