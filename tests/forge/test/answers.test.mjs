// SPDX-License-Identifier: GPL-3.0-or-later
// Limits, conditional requests, pages, permissions, caches, statuses, and the faults that a test orders.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ForgeProgram, job, seedOf } from './forgeprogram.mjs';

const kShop = '/repos/acme/shop';
let forge;

before(async () => {
    const cached = {
        'runs-on': 'ubuntu-latest',
        steps: [
            { uses: 'actions/cache@v4', with: { key: 'deps-1', path: 'deps' } },
            { run: 'mkdir -p deps; test "$(cat deps/state 2>/dev/null)" != broken; echo good > deps/state' },
        ],
    };
    forge = await ForgeProgram.start(
        seedOf({ cached, other: job('echo fine') }, { caches: [{ key: 'deps-1', files: { 'deps/state': 'broken' } }] }),
    );
    await forge.run('completed');
});
after(() => forge.stop());

test('a broken cache fails the run until it is deleted by its key', async () => {
    const run = await forge.run('completed');
    assert.equal(run.conclusion, 'failure');
    assert.equal((await forge.get(`${kShop}/actions/caches?key=deps`)).actions_caches[0].ref, 'refs/heads/main');
    assert.equal((await forge.ask('DELETE', `${kShop}/actions/caches?key=deps-1`)).body.total_count, 1);
    assert.equal((await forge.ask('DELETE', `${kShop}/actions/caches?key=deps-1`)).status, 404);
    await forge.ask('POST', `${kShop}/actions/runs/${run.id}/rerun-failed-jobs`);
    assert.equal((await forge.run('completed')).conclusion, 'success');
    assert.equal((await forge.get(`${kShop}/actions/caches`)).total_count, 1, 'saved anew');
});

test('an unchanged answer is a 304 that does not count', async () => {
    const first = await forge.ask('GET', `${kShop}/actions/runs`);
    const left = () => forge.get('/rate_limit').then(body => body.rate.remaining);
    const before = await left();
    const again = await forge.ask('GET', `${kShop}/actions/runs`, undefined, {
        headers: { 'if-none-match': first.headers.get('etag') },
    });
    assert.deepEqual([again.status, again.body], [304, '']);
    assert.equal(await left(), before);
    assert.equal((await forge.ask('GET', kShop)).headers.get('x-ratelimit-remaining'), String(before - 1));
});

test('pages have links', async () => {
    const page = await forge.ask('GET', `${kShop}/actions/runs/9000000001/jobs?filter=all&per_page=1&page=2`);
    assert.equal(page.body.jobs.length, 1);
    for (const rel of ['prev', 'next', 'last', 'first'])
        assert.match(page.headers.get('link'), new RegExp(`<${forge.url}/[^>]+>; rel="${rel}"`));
});

test('a wrong token, a missing right and an unknown repository are told apart', async () => {
    assert.equal((await forge.ask('GET', kShop, undefined, { token: 'nonsense' })).status, 401);
    const refused = await forge.ask('POST', `${kShop}/actions/runs/9000000001/rerun`, undefined, {
        token: 'tok_reader',
    });
    assert.equal(refused.status, 403);
    assert.equal(refused.headers.get('x-accepted-github-permissions'), 'actions=write');
    assert.match(refused.body.message, /^Resource not accessible by personal access token/);
    assert.equal((await forge.ask('GET', '/repos/acme/none/actions/runs')).status, 404);
    assert.equal((await forge.ask('GET', `/api/v3${kShop}`)).body.full_name, 'acme/shop');
});

test('statuses of a commit, and the deployment that they forbid', async () => {
    const { head_sha: sha } = await forge.run('completed');
    assert.equal((await forge.ask('POST', `${kShop}/statuses/${sha}`, { state: 'red' })).status, 422);
    assert.equal(
        (await forge.ask('POST', `${kShop}/statuses/${sha}`, { state: 'failure', context: 'risk' })).status,
        201,
    );
    assert.equal((await forge.get(`${kShop}/commits/${sha}/status`)).state, 'failure');
    assert.equal((await forge.ask('POST', `${kShop}/deployments`, { ref: 'main' })).status, 409);
    const { body: made } = await forge.ask('POST', `${kShop}/deployments`, { ref: 'main', required_contexts: [] });
    assert.equal(
        (await forge.ask('POST', `${kShop}/deployments/${made.id}/statuses`, { state: 'success' })).status,
        201,
    );
});

test('ordered faults: another status, a cut, a lying length, an answer that is lost', async () => {
    const order = (path, answer, more = {}) => forge.ask('POST', '/_forge/faults', { path, answer, ...more });
    await order('/actions/runs$', { status: 503, body: '{"message": "down"}' });
    assert.equal((await forge.ask('GET', `${kShop}/actions/runs`)).status, 503);
    assert.equal((await forge.ask('GET', `${kShop}/actions/runs`)).status, 200, 'once');
    await order('/actions/runs$', { cut: 'before' });
    await assert.rejects(forge.ask('GET', `${kShop}/actions/runs`));
    await order('/actions/runs$', { length: 1e6 });
    await assert.rejects(forge.ask('GET', `${kShop}/actions/runs`));
    await order('/rerun$', { status: 502, perform: true }, { method: 'POST' });
    assert.equal((await forge.ask('POST', `${kShop}/actions/runs/9000000001/rerun`)).status, 502);
    assert.equal((await forge.get(`${kShop}/actions/runs/9000000001`)).run_attempt, 3, 'done all the same');
});

test('the limits: of an hour, and of a minute', async () => {
    await forge.ask('POST', '/_forge/limits', { remaining: 0 });
    const primary = await forge.ask('GET', kShop);
    assert.equal(primary.status, 403);
    assert.match(primary.body.message, /^API rate limit exceeded/);
    assert.equal(primary.headers.get('x-ratelimit-remaining'), '0');
    await forge.ask('POST', '/_forge/clock', { advance_s: 3601 });
    assert.equal((await forge.ask('GET', kShop)).status, 200);
    await forge.ask('POST', '/_forge/limits', { points_per_minute: 1 });
    const secondary = await forge.ask('GET', kShop);
    assert.equal(secondary.status, 403);
    assert.match(secondary.body.message, /secondary rate limit/);
    assert.ok(Number(secondary.headers.get('retry-after')) > 0);
});
