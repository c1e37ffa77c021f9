// SPDX-License-Identifier: GPL-3.0-or-later
// What both servers of the test forge hold in these tests: acme/shop, and tokens of less and more.
#pragma once

namespace signalbox::test {

inline constexpr const char* kGitHub = R"({
"tokens":{"tok_ops":{"login":"ops","expires":"2027-06-30 12:00:00 UTC"},
 "tok_fine":{"login":"ops","permissions":{"actions":"write","pull_requests":"write","contents":"write","deployments":"write","issues":"write","repository_hooks":"read"}},
 "tok_reader":{"login":"ops","permissions":{"actions":"read"}},
 "tok_bare":{"login":"ops","permissions":{"metadata":"read"}},
 "tok_classic":{"login":"ops","classic":["repo","workflow"]},
 "tok_narrow":{"login":"ops","classic":["read:user"]},
 "tok_viewer":{"login":"boss","role":"read"},
 "tok_app":{"login":"ops","isInstallation":true,"permissions":{"actions":"write","contents":"read","deployments":"write","issues":"write"}},
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

} // namespace signalbox::test
