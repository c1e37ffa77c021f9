// SPDX-License-Identifier: GPL-3.0-or-later
// A log file that is on screen: a worker indexes it, searches it and prepares the rows in view. The interface reads
// no byte of it.
//
// Thread     GUI; signals arrive there. The file belongs to the worker, which is joined in the destructor
// Order      what a person waits for goes first: windows, then the index, the search, the sections, the map
// Errors     failed(): NotFound, Io; searchRefused(): what is no regular expression
#pragma once

#include "core/host/logmap.h"
#include "core/log/linesearch.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>

namespace signalbox::host {

struct LogExtent {
    std::uint64_t rows = 0; // indexed so far
    std::uint64_t lines = 0;
    std::uint64_t bytes = 0; // of the file
    bool complete = false;
};

struct LogMatches {
    std::uint64_t lines = 0; // on which the words stand, so far
    bool complete = false;
};

class LogDocument final : public QObject {
    Q_OBJECT

public:
    explicit LogDocument(QObject* parent = nullptr);
    ~LogDocument() override;

    /// `growing`: the job goes on; the file is looked at again and again.
    void open(const std::filesystem::path& file, bool growing);
    void close();

    void show(Invisible invisible); // of the rows that are asked for from now on
    void askRows(std::uint64_t firstRow, int rows); // windowReady
    void askLastRows(int rows); // windowReady
    void askCopy(std::uint64_t firstRow, int rows); // copyReady; as many as fit a mebibyte
    void askLine(std::int64_t line); // rowFound
    /// The first row at or behind `line` that begins with "##[error]": where a failing step ended. rowFound.
    void askErrorBehind(std::int64_t line);
    void askSections(); // sectionsReady, once all of the log is looked through
    void askMap(const std::vector<std::int64_t>& cause); // mapReady; lines, to be marked

    void search(const log::SearchWords& words); // matchesChanged; empty: no search
    void askMatch(std::uint64_t fromRow, bool forward); // matchFound

signals:
    void extentChanged(const signalbox::host::LogExtent& extent);
    void replaced(); // it was cut, or another file took its place
    void windowReady(const signalbox::host::LogWindow& window);
    void copyReady(const signalbox::host::LogWindow& window);
    void rowFound(std::uint64_t row);
    void sectionsReady(const std::vector<signalbox::host::LogSection>& sections);
    void mapReady(const signalbox::host::LogMap& map);
    void matchesChanged(const signalbox::host::LogMatches& matches);
    void matchFound(std::uint64_t row, std::uint64_t number);
    void searchRefused(const QString& why);
    void failed(const QString& detail);

private:
    class Worker;
    template <typename Task>
    void post(Task task);
    std::unique_ptr<Worker> m_worker;
    Invisible m_shown = Invisible::Deceiving;
    int m_opened = 0; // files so far: what a worker says of an earlier one is dropped
};

} // namespace signalbox::host
