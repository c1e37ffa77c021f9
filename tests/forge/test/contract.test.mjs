// SPDX-License-Identifier: GPL-3.0-or-later
// The contract check passes what GitHub documents, and finds what it does not; of GitLab, see gitlabcontract.test.mjs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contractOf, ForgeProgram, job, seedOf } from './forgeprogram.mjs';

const kShop = '/repos/acme/shop';
let forge;

before(async () => {
    forge = await ForgeProgram.start(
        seedOf(
            { build: job('false'), deploy: job('true', { environment: 'production' }) },
            { environments: { production: { reviewers: ['boss'] } } },
        ),
    );
});
after(() => forge.stop());

const kJson = { headers: { 'content-type': 'application/json', accept: 'application/vnd.github+json' } };
const ask = (method, path, body, token = 'tok_ops') => forge.ask(method, kShop + path, body, { token, ...kJson });

async function doEverything() {
    const run = await forge.run('waiting');
    const base = `/actions/runs/${run.id}`;
    const {
        body: { jobs },
    } = await ask('GET', `${base}/jobs?filter=latest&per_page=100`);
    for (const path of [
        '/actions/runs?status=failure&branch=main&per_page=50',
        `/actions/runs?head_sha=${run.head_sha}&created=>=2020-01-01`,
        base,
        `${base}/attempts/1`,
        `${base}/attempts/1/jobs`,
        `/actions/jobs/${jobs[0].id}`,
        `/actions/jobs/${jobs[0].id}/logs`,
        `${base}/pending_deployments`,
        '/actions/caches?key=x&ref=refs/heads/main',
        '/environments',
        '/environments/production',
        `/commits/${run.head_sha}/status`,
        '/deployments',
        '/hooks?per_page=100',
        '/contents/.github/workflows/ci.yml?ref=main',
        '/git/ref/heads/main',
        '/compare/main...main',
        '/issues?state=open&labels=signalbox',
        '/pulls?state=open&head=acme:main',
    ])
        await ask('GET', path);
    const [pending] = (await ask('GET', `${base}/pending_deployments`)).body;
    await ask(
        'POST',
        `${base}/pending_deployments`,
        { environment_ids: [pending.environment.id], state: 'approved', comment: 'seen' },
        'tok_boss',
    );
    await forge.run('completed');
    await ask('GET', `${base}/logs`);
    await ask('GET', `${base}/attempts/1/logs`);
    await ask('POST', `${base}/rerun-failed-jobs`, { enable_debug_logging: true });
    await ask('POST', `${base}/cancel`);
    await ask('POST', `/actions/jobs/${jobs[0].id}/rerun`);
    await ask('DELETE', '/actions/caches?key=x');
    await ask('POST', `/statuses/${run.head_sha}`, { state: 'success', context: 'signalbox' });
    const config = { url: 'http://127.0.0.1:4/webhook/github', content_type: 'json' };
    const { body: hook } = await ask('POST', '/hooks', { events: ['push'], config });
    const deliveries = `/hooks/${hook.id}/deliveries`;
    const { body: delivered } = await ask('GET', `${deliveries}?per_page=100`);
    await ask('GET', `${deliveries}?per_page=100&cursor=v1_${delivered[0].id}`);
    await ask('GET', `${deliveries}/${delivered[0].id}`);
    const { body: issue } = await ask('POST', '/issues', { title: 'Broken', body: 'see', labels: ['signalbox'] });
    await ask('POST', `/issues/${issue.number}/comments`, { body: 'again' });
    await ask('POST', '/git/refs', { ref: 'refs/heads/fix/it', sha: run.head_sha });
    await ask('PUT', '/contents/package-lock.json', { message: 'Mend', content: 'e30=', branch: 'fix/it' });
    await ask('POST', '/pulls', { title: 'Mend', head: 'fix/it', base: 'main' });
}

test('what an adapter asks is what GitHub documents, and so is what the forge answers', async t => {
    await doEverything();
    const { status, said } = await contractOf(forge, 'tok_ops');
    if (status === 77) return t.skip(said);
    assert.equal(status, 0, said);
    assert.match(said, /; [1-9]\d* kinds of answer, 0 not/);
    return undefined;
});

test('an empty body that was refused asks for a right, and lacks only what is needed', async t => {
    assert.equal((await ask('POST', '/issues', {})).status, 422);
    const { status, said } = await contractOf(forge);
    if (status === 77) return t.skip(said);
    assert.equal(status, 0, said);
    assert.match(said, /^ok {2}request POST \/repos\/\{owner\}\/\{repo\}\/issues \{\}$/m);
    return undefined;
});

test('an undocumented path, a body of the wrong kind and an unknown name in a query are found', async t => {
    await ask('GET', '/actions/nothing');
    await ask('POST', '/issues/1/comments', { text: 'a comment has a body' });
    await ask('GET', '/issues?state=open&colour=red');
    const { status, said } = await contractOf(forge);
    if (status === 77) return t.skip(said);
    assert.equal(status, 1);
    assert.match(said, / 3 not as documented; 0 kinds of answer/);
    return undefined;
});
