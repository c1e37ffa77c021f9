// SPDX-License-Identifier: GPL-3.0-or-later
// A line with a real repository and a local CI over it, in a temporary folder.
#pragma once

#include "core/local/localci.h"

#include <QString>
#include <QTemporaryDir>

#include <filesystem>
#include <string>
#include <vector>

namespace signalbox::test {

class LocalWorkspace {
public:
    explicit LocalWorkspace(bool isolate = true);

    /// Commits signalbox.yaml with this content on the branch that is checked out; answers with the commit.
    std::string commit(const std::string& yaml) const;

    /// Starts a run of main and waits for its end.
    ci::Run runToEnd();
    ci::Run rerunToEnd(const ci::Run& failed, bool debug = false);
    ci::Run waitForEnd(const ci::RunRef& run, int attempt);

    std::string log(const ci::Run& run, const std::string& job, int attempt = 1);

    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    std::filesystem::path repository() const { return folder() / "shop"; }
    std::filesystem::path root() const { return folder() / "ci"; }
    std::filesystem::path line() const { return root() / "shop"; }
    std::filesystem::path state(const std::string& name) const { return line() / "state" / name; }
    local::LocalCi& ci() { return m_ci; }

private:
    QTemporaryDir m_folder;
    local::LocalCi m_ci;
};

ci::RunRef refOf(const ci::Run& run);

/// "build success, test failure", in the run's order.
QString outcomes(const ci::Run& run);

const ci::Job& jobOf(const ci::Run& run, const std::string& name);

/// What git answered.
std::string git(const std::filesystem::path& folder, std::vector<std::string> arguments);

void write(const std::filesystem::path& file, const std::string& content);
std::string read(const std::filesystem::path& file);

/// A number that no other process has among its arguments.
std::string freshMark();

/// How many processes have `mark` among their arguments.
int processesWith(const std::string& mark);

} // namespace signalbox::test
