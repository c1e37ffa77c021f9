// SPDX-License-Identifier: GPL-3.0-or-later
// GitHub has been seen to list the jobs that an attempt does not repeat in more than one way; a seed chooses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ForgeProgram, job, seedOf, until } from './forgeprogram.mjs';

const kRun = '/repos/acme/shop/actions/runs/9000000001';

/** The jobs of both attempts, as the second one and as the whole run list them. */
async function rerunWith(carried) {
    const seed = seedOf({ build: job('true'), test: job('test "$GITHUB_RUN_ATTEMPT" -gt 1', { needs: 'build' }) });
    const forge = await ForgeProgram.start({ ...seed, forge: { ...seed.forge, carried_jobs: carried } });
    await forge.run('completed');
    const first = (await forge.get(`${kRun}/jobs`)).jobs;
    await forge.ask('POST', `${kRun}/rerun-failed-jobs`);
    await until(async () => (await forge.get(kRun)).conclusion === 'success');
    const latest = (await forge.get(`${kRun}/attempts/2/jobs`)).jobs;
    const all = (await forge.get(`${kRun}/jobs?filter=all`)).jobs;
    await forge.stop();
    return { first, latest, all };
}

test('the same job is listed again', async () => {
    const { first, latest, all } = await rerunWith('same');
    assert.equal(latest.find(one => one.name === 'build').id, first.find(one => one.name === 'build').id);
    assert.equal(latest.length, 2);
    assert.equal(all.length, 3);
});

test('only what ran again is listed', async () => {
    const { latest, all } = await rerunWith('none');
    assert.deepEqual(
        latest.map(one => one.name),
        ['test'],
    );
    assert.equal(all.length, 3);
});
