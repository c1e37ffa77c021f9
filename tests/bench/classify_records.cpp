// SPDX-License-Identifier: GPL-3.0-or-later
// Classifies many labelled logs with one compiled catalogue, for tests/bench/classify_train.py.
//
//   classify_records CATALOGUE.json < records.jsonl
//
// One answer a record and line: {"id", "class", "pattern", "confidence", "transient", "lines", "fixes", "signature"}.
#include "core/base/json.h"
#include "core/log/classify.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

using namespace signalbox;

namespace {

std::string_view nameOf(log::Transient transient)
{
    if (transient == log::Transient::Unknown)
        return "unknown";
    return transient == log::Transient::Yes ? "yes" : "no";
}

Json answerTo(const Json& record, const std::shared_ptr<const log::Catalogue>& catalogue)
{
    log::Classifier classifier(catalogue);
    classifier.feed(fieldOr<std::string>(record, "log", {}));
    const log::Classification found = classifier.finish();
    Json lines = Json::array();
    for (const log::CauseLine& line : found.rootCause)
        lines.push_back(line.line);
    Json fixes = Json::array();
    for (const log::FixOffer& fix : found.fixes)
        fixes.push_back(fix.action);
    return {{"id", fieldOr<std::string>(record, "id", {})},
            {"class", found.failureClass},
            {"pattern", found.pattern},
            {"confidence", found.confidence},
            {"transient", nameOf(found.transient)},
            {"lines", lines},
            {"fixes", fixes},
            {"signature", found.signature}};
}

} // namespace

int main(int argc, char** argv)
{
    std::ifstream file(argc == 2 ? argv[1] : "");
    if (!file) {
        std::cerr << "usage: classify_records CATALOGUE.json < records.jsonl\n";
        return 2;
    }
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto catalogue = log::Catalogue::fromJson(text);
    if (!catalogue) {
        std::cerr << argv[1] << ": " << catalogue.error().detail << '\n';
        return 2;
    }
    for (std::string line; std::getline(std::cin, line);) {
        const auto record = parseJson(line);
        if (!record) {
            std::cerr << "not a record: " << record.error().detail << '\n';
            return 2;
        }
        std::cout << dumpJson(answerTo(*record, *catalogue)) << '\n';
    }
    return 0;
}
