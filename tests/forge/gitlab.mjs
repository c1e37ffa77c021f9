// SPDX-License-Identifier: GPL-3.0-or-later
// GitLab as a program: node tests/forge/gitlab.mjs --port 0 --seed FILE.json; see program.mjs and README.md.
import { GitLab } from './gitlab/service.mjs';
import { runProgram } from './program.mjs';

await runProgram(new GitLab());
