// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks: signed, in order, redelivered with the same id; lost, held and shuffled when a test says so.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { ForgeProgram, job, kSecret, Receiver, seedOf, until } from './forgeprogram.mjs';

const kShop = '/repos/acme/shop';
const receiver = new Receiver();
let forge;
let hook;

before(async () => {
    await receiver.start();
    forge = await ForgeProgram.start(
        seedOf({ build: job('echo built') }, { run: false, hooks: [{ url: receiver.url, secret: kSecret }] }),
    );
    [hook] = await forge.get(`${kShop}/hooks`);
});
after(async () => {
    await forge.stop();
    receiver.stop();
});
beforeEach(() => receiver.deliveries.splice(0));

const told = () => receiver.deliveries.map(one => `${one.event} ${one.action ?? ''}`.trim());
const lastOf = event => until(() => receiver.deliveries.findLast(one => one.event === event));
const runEnded = () => until(() => told().includes('workflow_run completed'));

test('a push and its run are told in order, each signed with the secret', async () => {
    const sha = await forge.put('src/a.txt', 'one');
    await runEnded();
    assert.deepEqual(told(), [
        'push',
        'workflow_run requested',
        'workflow_job queued',
        'workflow_run in_progress',
        'workflow_job in_progress',
        'workflow_job completed',
        'workflow_run completed',
    ]);
    for (const { text, signature } of receiver.deliveries)
        assert.equal(signature, `sha256=${createHmac('sha256', kSecret).update(text).digest('hex')}`);
    assert.equal(new Set(receiver.deliveries.map(one => one.id)).size, receiver.deliveries.length);
    const push = receiver.deliveries[0].body;
    assert.deepEqual(
        [
            push.ref,
            push.after,
            push.head_commit.id,
            push.repository.full_name,
            push.sender.login,
            push.commits[0].added,
        ],
        ['refs/heads/main', sha, sha, 'acme/shop', 'ops', ['src/a.txt']],
    );
    const run = receiver.deliveries.at(-1).body;
    assert.deepEqual(
        [run.workflow_run.conclusion, run.workflow_run.head_sha, run.workflow.path],
        ['success', sha, '.github/workflows/ci.yml'],
    );
});

test('a new branch, a pull request and a new commit of it start runs; deleting the branch has no head commit', async () => {
    const main = await forge.get(`${kShop}/git/ref/heads/main`);
    await forge.ask('POST', `${kShop}/git/refs`, { ref: 'refs/heads/fix/one', sha: main.object.sha });
    assert.deepEqual(
        [(await lastOf('push')).body.created, (await lastOf('push')).body.ref],
        [true, 'refs/heads/fix/one'],
    );
    await forge.put('src/b.txt', 'two', 'fix/one');
    const { body: pull } = await forge.ask('POST', `${kShop}/pulls`, {
        title: 'Fix one',
        head: 'fix/one',
        base: 'main',
    });
    assert.equal((await lastOf('pull_request')).body.number, pull.number);
    const sha = await forge.put('src/c.txt', 'three', 'fix/one');
    await until(() => told().includes('pull_request synchronize'));
    const runs = await until(async () => {
        const found = await forge.get(`${kShop}/actions/runs?event=pull_request&head_sha=${sha}`);
        return found.workflow_runs[0]?.status === 'completed' && found.workflow_runs;
    });
    assert.deepEqual([runs[0].head_branch, runs[0].pull_requests[0].number], ['fix/one', pull.number]);
    await forge.ask('DELETE', `${kShop}/git/refs/heads/fix/one`);
    await until(() => receiver.deliveries.some(one => one.body.deleted));
    assert.equal((await lastOf('push')).body.head_commit, null);
});

test('what could not be delivered is in the list, and is redelivered with the same id', async () => {
    await forge.ask('POST', '/_forge/hooks', { off: true });
    await forge.put('src/d.txt', 'lost');
    const lost = await until(async () =>
        (await forge.get(`${kShop}/hooks/${hook.id}/deliveries`)).find(
            one => one.event === 'workflow_run' && one.action === 'completed' && one.status_code === 502,
        ),
    );
    assert.deepEqual(told(), []);
    await forge.ask('POST', '/_forge/hooks', { off: false });
    const again = await forge.ask('POST', `${kShop}/hooks/${hook.id}/deliveries/${lost.id}/attempts`);
    assert.equal(again.status, 202);
    assert.equal((await lastOf('workflow_run')).id, lost.guid);
    const [newest] = await forge.get(`${kShop}/hooks/${hook.id}/deliveries?per_page=1`);
    assert.deepEqual([newest.guid, newest.redelivery], [lost.guid, true]);
    const page = await forge.ask('GET', `${kShop}/hooks/${hook.id}/deliveries?per_page=1`);
    assert.match(page.headers.get('link'), /cursor=v1_\d+>; rel="next"/);
    const full = await forge.get(`${kShop}/hooks/${hook.id}/deliveries/${lost.id}`);
    assert.equal(full.request.headers['x-github-event'], 'workflow_run');
});

test('a new hook is told that it is there', async () => {
    const config = { url: receiver.url, secret: kSecret, content_type: 'json' };
    const { body: made } = await forge.ask('POST', `${kShop}/hooks`, { events: ['push'], config });
    assert.equal((await lastOf('ping')).body.hook_id, made.id);
    await forge.ask('DELETE', `${kShop}/hooks/${made.id}`);
});

test('deliveries are held back, shuffled and repeated', async () => {
    await forge.ask('POST', '/_forge/hooks', { hold: true });
    const sha = await forge.put('src/e.txt', 'late');
    await forge.run('completed', sha);
    assert.deepEqual(told(), []);
    const { body } = await forge.ask('POST', '/_forge/hooks', { hold: false, shuffle: true, times: 3 });
    assert.equal(body.sent, 21);
    assert.equal(receiver.deliveries.length, 21);
    assert.equal(new Set(receiver.deliveries.map(one => one.id)).size, 7);
    assert.notDeepEqual(
        told(),
        [...new Set(told())].flatMap(one => [one, one, one]),
    );
});
