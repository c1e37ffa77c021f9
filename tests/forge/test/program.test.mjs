// SPDX-License-Identifier: GPL-3.0-or-later
// The program ends when nobody is left who would stop it, and leaves no process and no folder; bad usage is told.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test('a seed that contradicts itself is told in one line', async t => {
    const folder = mkdtempSync(join(tmpdir(), 'forge-seed-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'seed.json');
    writeFileSync(file, JSON.stringify({ ...seedOf({ build: job('true') }), github: {} }));
    const child = spawn(process.execPath, [kProgram, '--seed', file], { stdio: ['pipe', 'ignore', 'pipe'] });
    const [said, [code]] = await Promise.all([child.stderr.toArray(), once(child, 'exit')]);
    assert.equal(code, 2);
    assert.equal(Buffer.concat(said).toString(), 'forge: "forge" speaks of acme/shop, which "github" has not\n');
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
