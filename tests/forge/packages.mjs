// SPDX-License-Identifier: GPL-3.0-or-later
// The npm packages that the forge stands on, in the versions of package-lock.json. They are put into a folder outside
// of the source tree, once, by npm itself, without running any script of theirs.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const kOldestNode = 20;
const kHere = dirname(fileURLToPath(import.meta.url));

function isInstalled(folder, source) {
    const lock = join(folder, 'package-lock.json');
    return (
        existsSync(join(folder, 'node_modules')) &&
        existsSync(lock) &&
        readFileSync(lock, 'utf8') === readFileSync(join(source, 'package-lock.json'), 'utf8')
    );
}

/** Installs what `source` locks into `folder` unless it is there: why it cannot, or an empty text. */
export function install(folder, source = kHere) {
    if (Number.parseInt(process.versions.node, 10) < kOldestNode)
        return `Node.js ${kOldestNode} or later is needed, this is ${process.versions.node}`;
    if (isInstalled(folder, source)) return '';
    mkdirSync(dirname(folder), { recursive: true });
    const fresh = mkdtempSync(`${folder}.`);
    try {
        for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(source, file), join(fresh, file));
        const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', fresh];
        if (spawnSync('npm', words, { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
            return `npm cannot install the packages into ${folder}: no npm, or no registry`;
        if (!isInstalled(folder, source)) {
            rmSync(folder, { recursive: true, force: true });
            renameSync(fresh, folder);
        }
        return '';
    } catch (error) {
        return isInstalled(folder, source) ? '' : error.message; // another one was quicker
    } finally {
        rmSync(fresh, { recursive: true, force: true });
    }
}

/** The module at `path` below the installed packages. */
export function load(folder, path) {
    return import(pathToFileURL(join(folder, 'node_modules', path)));
}
