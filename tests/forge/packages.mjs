// SPDX-License-Identifier: GPL-3.0-or-later
// The npm packages that the forge stands on, in the versions of package-lock.json. They are put into a folder outside
// of the source tree, once, by npm itself, without running any script of theirs.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const kHere = dirname(fileURLToPath(import.meta.url));

function isInstalled(folder, source) {
    const lock = join(folder, 'package-lock.json');
    return (
        existsSync(join(folder, 'node_modules')) &&
        readFileSync(lock, 'utf8') === readFileSync(join(source, 'package-lock.json'), 'utf8')
    );
}

/** Installs what `source` locks into `folder` unless it is there; false where npm cannot. */
export function install(folder, source = kHere) {
    if (existsSync(folder) && isInstalled(folder, source)) return true;
    mkdirSync(dirname(folder), { recursive: true });
    const fresh = mkdtempSync(`${folder}.`);
    try {
        for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(source, file), join(fresh, file));
        const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', fresh], {
            stdio: ['ignore', 'ignore', 'inherit'],
        });
        if (npm.status !== 0) return false;
        try {
            rmSync(folder, { recursive: true, force: true });
            renameSync(fresh, folder);
        } catch {
            // another one was quicker
        }
        return existsSync(folder) && isInstalled(folder, source);
    } finally {
        rmSync(fresh, { recursive: true, force: true });
    }
}

/** The module at `path` below the installed packages. */
export function load(folder, path) {
    return import(pathToFileURL(join(folder, 'node_modules', path)));
}
