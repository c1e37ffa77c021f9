// SPDX-License-Identifier: GPL-3.0-or-later
// Installs gitlab-ci-local and a Node.js that runs it: the packages of the test of the templates, in the same place.
//
//   node install.mjs FOLDER
//
// Prints the folder of the programs. Exit status 3: they cannot be had here, and standard error says why.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from '../../forge/packages.mjs';

const folder = process.argv[2];
const source = join(dirname(fileURLToPath(import.meta.url)), '../templates');
const programs = join(folder, 'node_modules', '.bin');
const missing = install(folder, source) || (existsSync(join(programs, 'node')) ? '' : `there is no Node.js in ${programs}`);
if (missing) process.stderr.write(`gitlab-ci-local: ${missing}\n`);
else process.stdout.write(`${programs}\n`);
process.exitCode = missing ? 3 : 0;
