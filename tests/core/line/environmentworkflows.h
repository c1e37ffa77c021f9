// SPDX-License-Identifier: GPL-3.0-or-later
// Workflows of GitHub, and where their jobs deploy to.
#pragma once

namespace signalbox::test {

struct EnvironmentWorkflow {
    const char* name;
    const char* text;
    const char* found;
};

inline constexpr EnvironmentWorkflow kEnvironmentWorkflows[]{
    {"none", "jobs:\n  test:\n    runs-on: x\n    steps:\n      - run: make\n        env: {environment: production}\n",
     ""},
    {"by its name", "jobs:\n  ship:\n    environment: production\n", "production"},
    {"with an address", "jobs:\n  ship:\n    environment:\n      name: live\n      url: https://acme.com\n", "live"},
    {"of several jobs, each once",
     "jobs:\n  a: {environment: staging}\n  b: {environment: live}\n  c: {environment: live}\n", "staging live"},
    {"told when it runs", "jobs:\n  ship:\n    environment: ${{ inputs.where }}\n", "*"},
    {"in another file", "jobs:\n  ship:\n    uses: ./.github/workflows/ship.yml\n", "*"},
    {"no workflow", "name: nothing\n", "*"},
    {"no YAML", "jobs: [\n", "*"},
};

} // namespace signalbox::test
