// SPDX-License-Identifier: GPL-3.0-or-later
// Environments hold jobs: reviewers, timers and rules of apps release them, or fail them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ForgeProgram, job, kSecret, Receiver, seedOf, until } from './forgeprogram.mjs';

const kRuns = '/repos/acme/shop/actions/runs';
const receiver = new Receiver();
let forge;

before(async () => {
    await receiver.start();
    const environments = {
        production: { reviewers: ['boss'] },
        later: { wait_minutes: 30 },
        ruled: { protection_rules: ['signalbox'] },
    };
    const hooks = [{ url: receiver.url, secret: kSecret, events: ['deployment_protection_rule', 'deployment_review'] }];
    forge = await ForgeProgram.start(
        seedOf({ deploy: job('echo deployed', { environment: 'production' }) }, { environments, hooks }),
    );
});
after(async () => {
    await forge.stop();
    receiver.stop();
});

async function deployTo(environment) {
    return forge.put(
        '.github/workflows/ci.yml',
        JSON.stringify({ name: 'ci', on: 'push', jobs: { deploy: job('echo deployed', { environment }) } }),
    );
}

async function review(run, state, token = 'tok_boss') {
    const [pending] = await forge.get(`${kRuns}/${run.id}/pending_deployments`);
    const body = { environment_ids: [pending?.environment.id ?? 1], state, comment: 'seen' };
    return forge.ask('POST', `${kRuns}/${run.id}/pending_deployments`, body, { token });
}

test('a reviewer releases the job, once; another person cannot', async () => {
    const run = await forge.run('waiting');
    const [pending] = (
        await forge.ask('GET', `${kRuns}/${run.id}/pending_deployments`, undefined, { token: 'tok_boss' })
    ).body;
    assert.equal(pending.environment.name, 'production');
    assert.equal(pending.current_user_can_approve, true);
    assert.equal(pending.reviewers[0].reviewer.login, 'boss');
    assert.equal((await review(run, 'approved', 'tok_ops')).status, 422);
    assert.equal((await review(run, 'perhaps')).status, 422);
    assert.equal((await review(run, 'approved')).body[0].environment, 'production');
    assert.equal((await review(run, 'approved')).status, 422, 'twice');
    assert.equal((await forge.run('completed', run.head_sha)).conclusion, 'success');
    const [approval] = await forge.get(`${kRuns}/${run.id}/approvals`);
    assert.deepEqual([approval.state, approval.comment, approval.user.login], ['approved', 'seen', 'boss']);
    const [deployment] = await forge.get('/repos/acme/shop/deployments?environment=production');
    const states = await forge.get(`/repos/acme/shop/deployments/${deployment.id}/statuses`);
    assert.deepEqual(
        states.map(one => one.state),
        ['success', 'in_progress', 'queued', 'waiting'],
    );
    await until(() => receiver.deliveries.length === 2);
    assert.deepEqual(
        receiver.deliveries.map(one => [one.event, one.action]),
        [
            ['deployment_review', 'requested'],
            ['deployment_review', 'approved'],
        ],
    );
});

test('a rejection fails the job', async () => {
    const run = await forge.run('waiting', await deployTo('production'));
    assert.equal((await review(run, 'rejected')).status, 200);
    assert.equal((await forge.run('completed', run.head_sha)).conclusion, 'failure');
});

test('a timer releases the job when its time has come', async () => {
    const run = await forge.run('waiting', await deployTo('later'));
    const [pending] = await forge.get(`${kRuns}/${run.id}/pending_deployments`);
    assert.equal(pending.wait_timer, 30);
    await forge.ask('POST', '/_forge/clock', { advance_s: 1801 });
    assert.equal((await forge.run('completed', run.head_sha)).conclusion, 'success');
});

test('a rule of an app is asked by webhook, listed, and answered by nobody else', async () => {
    const run = await forge.run('waiting', await deployTo('ruled'));
    const asked = await until(() => receiver.deliveries.find(one => one.event === 'deployment_protection_rule'));
    assert.equal(asked.action, 'requested');
    assert.equal(asked.body.environment, 'ruled');
    assert.equal(asked.body.deployment_callback_url, `${forge.url}${kRuns}/${run.id}/deployment_protection_rule`);
    const listed = await forge.get('/repos/acme/shop/environments/ruled/deployment_protection_rules');
    assert.deepEqual(
        listed.custom_deployment_protection_rules.map(one => [one.enabled, one.app.slug]),
        [[true, 'signalbox']],
    );
    const answer = { environment_name: 'ruled', state: 'approved', comment: 'fine' };
    for (const token of ['tok_ops', 'tok_boss'])
        assert.equal((await forge.ask('POST', asked.body.deployment_callback_url, answer, { token })).status, 403);
    assert.equal((await forge.run('waiting', run.head_sha)).id, run.id);
});
