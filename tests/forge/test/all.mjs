// SPDX-License-Identifier: GPL-3.0-or-later
// Runs every test beside it: node all.mjs FOLDER, where FOLDER holds the npm packages, or gets them.
// Exit status: 0 passed, 1 not, 77 skipped since the packages cannot be installed here.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from '../packages.mjs';

const [packages] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const missing = install(packages);
if (missing) {
    console.log(`skipped: ${missing}`);
    process.exit(77);
}
const tests = readdirSync(here)
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => join(here, name));
const { status } = spawnSync(process.execPath, ['--test', ...tests], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, SIGNALBOX_FORGE_PACKAGES: packages },
});
process.exit(status ?? 1);
