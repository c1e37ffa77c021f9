// SPDX-License-Identifier: GPL-3.0-or-later
// GitHub as a program: node tests/forge/forge.mjs --port 0 --seed FILE.json; see program.mjs and README.md.
import { GitHub } from './github.mjs';
import { runProgram } from './program.mjs';

await runProgram(new GitHub());
