// SPDX-License-Identifier: GPL-3.0-or-later
// What starts a workflow, and what does not; matrices, inputs, and a file that cannot be read.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ForgeProgram, job, seedOf, until } from './forgeprogram.mjs';

const kShop = '/repos/acme/shop';
const kHeal = {
    name: 'heal',
    on: { workflow_run: { workflows: ['ci'], types: ['completed'] } },
    jobs: { heal: job('echo healing', { if: "${{ github.event.workflow_run.conclusion == 'failure' }}" }) },
};
const kManual = {
    name: 'manual',
    on: { workflow_dispatch: { inputs: { word: {} } } },
    jobs: { say: job('echo "said ${{ inputs.word }}"') },
};
const kRelease = {
    name: 'release',
    on: { push: { branches: ['release/**', '!release/old'] } },
    jobs: { pack: job('echo ${{ matrix.os }}', { strategy: { matrix: { os: ['linux', 'mac'], node: [20, 22] } } }) },
};
let forge;

before(async () => {
    const files = { heal: kHeal, manual: kManual, release: kRelease };
    const named = Object.entries(files).map(([name, file]) => [`.github/workflows/${name}.yml`, JSON.stringify(file)]);
    forge = await ForgeProgram.start(seedOf({ build: job('false') }, { files: Object.fromEntries(named) }));
});
after(() => forge.stop());

const runsOf = workflow => forge.get(`${kShop}/actions/workflows/${workflow}/runs`).then(body => body.workflow_runs);
const ended = workflow => until(async () => (await runsOf(workflow)).find(run => run.status === 'completed'));

async function branch(name) {
    const main = await forge.get(`${kShop}/git/ref/heads/main`);
    await forge.ask('POST', `${kShop}/git/refs`, { ref: `refs/heads/${name}`, sha: main.object.sha });
}

test('a run that ends starts the workflows that wait for it', async () => {
    assert.equal((await ended('ci.yml')).conclusion, 'failure');
    const heal = await ended('heal.yml');
    assert.deepEqual([heal.event, heal.conclusion, heal.head_branch], ['workflow_run', 'success', 'main']);
});

test('a dispatch has inputs; of a workflow that takes none it is refused', async () => {
    const dispatch = (file, body) => forge.ask('POST', `${kShop}/actions/workflows/${file}/dispatches`, body);
    assert.equal((await dispatch('manual.yml', { ref: 'main', inputs: { word: 'hello' } })).status, 204);
    const run = await ended('manual.yml');
    const [say] = (await forge.get(`${kShop}/actions/runs/${run.id}/jobs`)).jobs;
    const { headers } = await forge.ask('GET', `${kShop}/actions/jobs/${say.id}/logs`);
    assert.match(await (await fetch(headers.get('location'))).text(), /Z said hello\r\n/);
    assert.equal((await dispatch('heal.yml', { ref: 'main' })).status, 422);
    assert.equal((await dispatch('manual.yml', { ref: 'none' })).status, 422);
    assert.equal((await dispatch('none.yml', { ref: 'main' })).status, 404);
});

test('branches are chosen by pattern; a matrix is spread out', async () => {
    await branch('release/old');
    await branch('release/one');
    const run = await ended('release.yml');
    assert.equal((await runsOf('release.yml')).length, 1);
    assert.equal(run.head_branch, 'release/one');
    const { jobs } = await forge.get(`${kShop}/actions/runs/${run.id}/jobs`);
    assert.deepEqual(jobs.map(one => one.name).sort(), [
        'pack (linux, 20)',
        'pack (linux, 22)',
        'pack (mac, 20)',
        'pack (mac, 22)',
    ]);
});

test('a message that says so skips; a workflow file that cannot be read fails at its start', async () => {
    const before = (await runsOf('ci.yml')).length;
    const skipped = { message: 'Note [skip ci]', content: '', branch: 'main' };
    assert.equal((await forge.ask('PUT', `${kShop}/contents/note`, skipped)).status, 201);
    assert.equal((await runsOf('ci.yml')).length, before);
    const sha = await forge.put('.github/workflows/broken.yml', 'jobs: [');
    const { workflow_runs: runs } = await forge.get(`${kShop}/actions/runs?head_sha=${sha}`);
    assert.equal(runs.find(run => run.path.endsWith('broken.yml')).conclusion, 'startup_failure');
});
