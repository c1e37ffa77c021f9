// SPDX-License-Identifier: GPL-3.0-or-later
// A GitHub App: a token of its installation, its webhook, its permissions, and its say as a protection rule.
import assert from 'node:assert/strict';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { after, before, test } from 'node:test';
import { ForgeProgram, job, kSecret, Receiver, seedOf, until } from './forgeprogram.mjs';

const kActions = '/repos/acme/shop/actions';
const receiver = new Receiver();
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const permissions = { actions: 'read', deployments: 'write', metadata: 'read' };
let forge;
let token;

function signedClaim(more = {}, key = privateKey) {
    const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');
    const now = Math.floor(Date.now() / 1000);
    const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iat: now - 60, exp: now + 540, iss: 77, ...more })}`;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
}

before(async () => {
    await receiver.start();
    const seed = seedOf(
        { deploy: job('true', { environment: 'production' }) },
        { environments: { production: { protection_rules: ['signalbox'] } } },
    );
    seed.github.apps = [
        {
            app_id: 77,
            slug: 'signalbox',
            name: 'Signalbox',
            private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
            permissions,
            events: ['deployment_protection_rule'],
            webhook_url: receiver.url,
            webhook_secret: kSecret,
            installations: [{ installation_id: 9, account: 'acme' }],
        },
        {
            app_id: 78,
            slug: 'other',
            name: 'Other',
            private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
            permissions,
            events: [],
            installations: [{ installation_id: 8, account: 'acme' }],
        },
    ];
    forge = await ForgeProgram.start(seed);
});
after(async () => {
    await forge.stop();
    receiver.stop();
});

test('an app gets a token of its installation, for what it may do', async () => {
    const answer = await forge.ask('POST', '/app/installations/9/access_tokens', undefined, { token: signedClaim() });
    assert.equal(answer.status, 201);
    token = answer.body.token;
    assert.match(token, /^ghs_/);
    const run = await forge.run('waiting');
    assert.equal((await forge.ask('GET', `${kActions}/runs/${run.id}`, undefined, { token })).status, 200);
    const refused = await forge.ask('POST', `${kActions}/runs/${run.id}/cancel`, undefined, { token });
    assert.deepEqual([refused.status, refused.body.message], [403, 'Resource not accessible by integration']);
});

test('an app whose claim is not as GitHub wants it gets none', async () => {
    const now = Math.floor(Date.now() / 1000);
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const wrong = [
        [signedClaim({ exp: now + 660 }), /too far in the future/],
        [signedClaim({ exp: now - 1 }), /the future time/],
        [signedClaim({ iat: now + 60 }), /'iat'/],
        [signedClaim({ iss: 79 }), /could not be decoded/],
        [signedClaim({}, other), /could not be decoded/],
    ];
    for (const [claim, says] of wrong) {
        const answer = await forge.ask('POST', '/app/installations/9/access_tokens', undefined, { token: claim });
        assert.equal(answer.status, 401);
        assert.match(answer.body.message, says);
    }
});

test('as a protection rule it is asked, may report, and releases the job, once', async () => {
    const asked = await until(() => receiver.deliveries.find(one => one.event === 'deployment_protection_rule'));
    assert.equal(asked.body.installation.id, 9);
    const call = (body, as = token) =>
        forge.ask(
            'POST',
            asked.body.deployment_callback_url,
            { environment_name: 'production', ...body },
            { token: as },
        );
    const other = await forge.ask('POST', '/app/installations/8/access_tokens', undefined, {
        token: signedClaim({ iss: 78 }),
    });
    assert.equal((await call({ state: 'approved' }, other.body.token)).status, 403, 'another App');
    assert.equal((await call({ state: 'perhaps' })).status, 422);
    assert.equal((await call({})).status, 422, 'neither state nor comment');
    assert.equal((await call({ state: 'approved', comment: 7 })).status, 422);
    assert.equal((await call({ state: 'approved', environment_name: 'staging' })).status, 403, 'no rule there');
    assert.equal((await call({ comment: 'looking' })).status, 204);
    const { id, head_sha: sha } = await forge.run('waiting');
    assert.equal((await call({ state: 'approved', comment: 'fine' })).status, 204);
    assert.equal((await forge.run('completed')).conclusion, 'success');
    assert.equal((await call({ state: 'approved' })).status, 422, 'late');
    assert.deepEqual(await forge.get(`${kActions}/runs/${id}/approvals`), []);
    const [deployment] = await forge.get(`/repos/acme/shop/deployments?environment=production&sha=${sha}`);
    const states = await forge.get(`/repos/acme/shop/deployments/${deployment.id}/statuses`);
    assert.deepEqual(
        states.map(one => one.state),
        ['success', 'in_progress', 'queued', 'waiting'],
    );
});
