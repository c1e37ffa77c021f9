// SPDX-License-Identifier: GPL-3.0-or-later
// The program ends when nobody is left who would stop it, and leaves no process and no folder; bad usage is told.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import { ForgeProgram, job, seedOf, until } from './forgeprogram.mjs';

const kProgram = new URL('../forge.mjs', import.meta.url).pathname;

test('it ends with its standard input, and its jobs with it', async () => {
    const forge = await ForgeProgram.start(seedOf({ long: job('sleep 86421') }));
    const isThere = () => execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).includes('sleep 86421');
    await forge.run('in_progress');
    await until(isThere);
    forge.child.stdin.end();
    const [code] = await once(forge.child, 'exit');
    assert.equal(code, 0);
    assert.equal(isThere(), false);
    assert.deepEqual(readdirSync(forge.folder), ['seed.json']);
    rmSync(forge.folder, { recursive: true });
});

test('a seed that is none, and an option that is none, are bad usage', () => {
    for (const words of [
        ['--seed', '/nowhere/seed.json'],
        ['--what', 'x'],
    ]) {
        const { status, stderr } = spawnSync(process.execPath, [kProgram, ...words], { encoding: 'utf8', input: '' });
        assert.equal(status, 2);
        assert.match(stderr, /^forge: .*(\/nowhere\/seed\.json|--what)/);
    }
});
