// SPDX-License-Identifier: GPL-3.0-or-later
// What both servers of the test forge hold in these tests: acme/shop, and tokens of less and more.
#pragma once

#include <QByteArray>

namespace signalbox::test {

inline constexpr const char* kGitHub = R"({
"tokens":{"tok_ops":{"login":"ops","expires":"2027-06-30 12:00:00 UTC"},
 "tok_fine":{"login":"ops","permissions":{"actions":"write","pull_requests":"write","contents":"write","deployments":"write","issues":"write","checks":"read","repository_hooks":"read"}},
 "tok_reader":{"login":"ops","permissions":{"actions":"read"}},
 "tok_bare":{"login":"ops","permissions":{"metadata":"read"}},
 "tok_classic":{"login":"ops","classic":["repo","workflow"]},
 "tok_narrow":{"login":"ops","classic":["read:user"]},
 "tok_viewer":{"login":"boss","role":"read"},
 "tok_app":{"login":"ops","isInstallation":true,"permissions":{"actions":"write","contents":"read","deployments":"write","issues":"write","checks":"read"}},
 "tok_else":{"login":"ops","repositories":["acme/other"]}},
"github":{"users":[{"login":"ops"},{"login":"boss"}],
 "orgs":[{"login":"acme","members":[{"login":"ops","role":"admin"}]}],
 "repos":[{"owner":"acme","name":"shop","auto_init":true}]},
"forge":{"repos":{"acme/shop":{"run":true,"environments":{"production":{"reviewers":["boss"]},"staging":{}},
 "files":{"signalbox.yaml":"version: 1\npolicy:\n  retries_per_run: 2\njobs:\n  build:\n    script: [make]\n",
  ".github/workflows/ci.yml":"name: ci\non: [push]\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: 'true'\n"}}}}})";
inline constexpr const char* kGitLab = R"({
"tokens":{"tok_ops":{"login":"ops","expires":"2027-06-30"},
 "tok_reader":{"login":"ops","scopes":["read_api"]},
 "tok_user":{"login":"ops","scopes":["read_user"]},
 "tok_git":{"login":"ops","scopes":["read_repository"]},
 "tok_reporter":{"login":"rita","level":20}},
"projects":{"acme/shop":{"environments":{"production":{"required_approvals":1,"approvers":["boss"]}},
 "files":{".gitlab-ci.yml":"a:\n  script:\n    - 'true'\n"}}}})";

/// Repositories acme/shop-0, acme/shop-1, …, each with a workflow; people may ask as often as they like in a minute.
/// tok_second sees the second one alone.
inline QByteArray gitHubWith(int repositories)
{
    QByteArray listed;
    QByteArray files;
    for (int number = 0; number < repositories; ++number) {
        const QByteArray name = "shop-" + QByteArray::number(number);
        const QByteArray comma = number > 0 ? "," : "";
        listed += comma + R"({"owner":"acme","name":")" + name + R"(","auto_init":true})";
        files += comma + "\"acme/" + name
            + R"(":{"files":{".github/workflows/ci.yml":"name: ci\non: [push]\njobs:\n  a:\n    runs-on: x\n)"
              R"(    steps:\n      - run: 'true'\n"}})";
    }
    return R"({"tokens":{"tok_boss":{"login":"boss"},"tok_ops":{"login":"ops"},)"
           R"("tok_second":{"login":"ops","repositories":["acme/shop-1"]}},"github":{"users":[{"login":"ops"},)"
           R"({"login":"boss"}],"orgs":[{"login":"acme","members":[{"login":"ops","role":"admin"},{"login":"boss",)"
           R"("role":"admin"}]}],"repos":[)"
        + listed + R"(]},"forge":{"limits":{"pointsPerMinute":1000000},"repos":{)" + files + "}}}";
}

} // namespace signalbox::test
