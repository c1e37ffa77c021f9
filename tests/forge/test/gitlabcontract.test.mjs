// SPDX-License-Identifier: GPL-3.0-or-later
// The contract check passes what GitLab documents, and finds what it does not.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contractOf, ForgeProgram, until } from './forgeprogram.mjs';

const kProgram = new URL('../gitlab.mjs', import.meta.url).pathname;
const kShop = '/api/v4/projects/acme%2Fshop';
const kPipeline = `
stages: [test, deploy]
test: {stage: test, script: ["true"]}
publish: {stage: deploy, script: ["true"], rules: [{when: manual, allow_failure: true}]}
ship: {stage: deploy, script: ["true"], environment: production}
`;
let forge;

before(async () => {
    forge = await ForgeProgram.start(
        {
            tokens: { tok_ops: { login: 'ops' }, tok_boss: { login: 'boss' } },
            projects: {
                'acme/shop': {
                    files: { '.gitlab-ci.yml': kPipeline },
                    environments: { production: { required_approvals: 1 } },
                },
            },
        },
        [],
        kProgram,
    );
});
after(() => forge.stop());

const kJson = { headers: { 'content-type': 'application/json', accept: 'application/json' } };
const ask = (method, path, body, token = 'tok_ops') => forge.ask(method, kShop + path, body, { token, ...kJson });
const post = async (path, body, token) => {
    const { status, body: made } = await ask('POST', path, body, token);
    assert.ok(status < 300, `${path}: ${status}`);
    return made;
};

async function doEverything() {
    const [pipeline] = await until(async () => {
        const { body } = await ask('GET', '/pipelines?status=manual&per_page=20&page=1');
        return body.length > 0 && body;
    });
    const base = `/pipelines/${pipeline.id}`;
    const { body: jobs } = await ask('GET', `${base}/jobs?per_page=100&scope=manual`);
    const [job, ship] = ['publish', 'ship'].map(name => jobs.find(one => one.name === name).id);
    const { body: deployments } = await ask(
        'GET',
        '/deployments?order_by=updated_at&sort=asc&updated_after=2020-01-01T00:00:00.000Z&per_page=100&page=1',
    );
    for (const path of ['/version', '/user', '/personal_access_tokens/self'])
        await forge.ask('GET', `/api/v4${path}`, undefined, kJson);
    for (const path of [
        '',
        '/members/all/1',
        base,
        `${base}/jobs?include_retried=true&per_page=100`,
        `${base}/bridges?per_page=100`,
        '/jobs?per_page=1',
        `/jobs/${job}`,
        '/environments?per_page=100',
        '/protected_environments/production',
        `/deployments/${deployments[0].id}`,
        '/deployments?environment=production&status=success&order_by=id&sort=desc&per_page=1',
        '/repository/branches?per_page=1',
        '/repository/branches/main',
        '/repository/files/.gitlab-ci.yml?ref=HEAD',
        '/repository/compare?from=main&to=main',
        '/merge_requests?state=all&order_by=created_at&sort=desc&per_page=100&source_branch=fix%2Fit',
        '/issues?state=opened&scope=all&per_page=100&labels=signalbox',
        '/hooks?per_page=1',
    ])
        assert.equal((await ask('GET', path)).status, 200, path);
    await post('/hooks', { url: 'http://127.0.0.1:4/webhook/gitlab', token: 't', pipeline_events: true });
    await post(`/jobs/${job}/play`);
    await post(`/deployments/${deployments[0].id}/approval`, { status: 'approved', comment: 'seen' }, 'tok_boss');
    await post(`/jobs/${ship}/cancel`);
    await ask('GET', `/jobs/${job}/trace`);
    await post(`${base}/retry`);
    await post(`${base}/cancel`);
    const { iid } = await post('/issues', { title: 'Broken', description: 'see', labels: 'signalbox' });
    await ask('GET', `/issues/${iid}/notes?order_by=created_at&sort=desc&per_page=100`);
    await post(`/issues/${iid}/notes`, { body: 'again' });
    await post('/repository/files/notes.txt', { branch: 'main', commit_message: 'Note', content: 'x' });
    await post('/repository/commits', {
        branch: 'fix/it',
        start_sha: pipeline.sha,
        commit_message: 'Mend',
        actions: [{ action: 'create', file_path: 'mended', content: 'x' }],
    });
    const wish = { title: 'Mend', source_branch: 'fix/it', target_branch: 'main', description: 'see' };
    await post('/merge_requests', { ...wish, remove_source_branch: true });
}

test('what an adapter asks is what GitLab documents', async t => {
    await doEverything();
    const { status, said } = await contractOf(forge, '--gitlab');
    if (status === 77) return t.skip(said);
    assert.equal(status, 0, said);
    assert.match(said, /^3\d kinds of request, 0 not as documented/m);
    return undefined;
});

const kWrong = [
    ['GET', '/pipelines/nothing/here', undefined, /documents no such request/],
    ['DELETE', '/hooks?page=1', undefined, /DELETE .*documents no such request/],
    ['GET', '/pipelines/7/jobs?scope[]=manual', undefined, /documents no scope\[\] in its query/],
    ['GET', '/deployments?order_by=colour', undefined, /allowed values/],
    ['GET', '/repository/compare?from=main', undefined, /query must have required property 'to'/],
    ['GET', '/pipelines/first/jobs?scope=manual', undefined, /"path","pipeline_id"/],
    ['POST', '/issues', { title: 'Broken', colour: 'red' }, /must NOT have additional properties/],
    ['POST', '/issues', { description: 'see' }, /required property 'title'/],
    ['POST', '/deployments/7/approval', { status: 'maybe' }, /allowed values/],
    ['POST', '/repository/commits', { branch: 'x', commit_message: 'y', actions: [{ action: 'paint' }] }, /actions/],
];

test('what GitLab does not document is found: paths, names and values in queries, fields and values in bodies', async t => {
    for (const [method, path, body] of kWrong) await ask(method, path, body);
    const { status, said } = await contractOf(forge, '--gitlab');
    if (status === 77) return t.skip(said);
    assert.equal(status, 1);
    const found = said.split('\n').filter(line => line.startsWith('NOT '));
    assert.equal(found.length, kWrong.length, said);
    for (const [, , , words] of kWrong)
        assert.ok(
            found.some(line => words.test(line)),
            `${words}\n${said}`,
        );
    return undefined;
});

test('an empty body that was refused asks for a right, and lacks only what is needed', async t => {
    assert.equal((await ask('POST', '/merge_requests', {})).status, 400);
    assert.equal((await ask('POST', '/deployments/0/approval', {})).status, 400);
    const { status, said } = await contractOf(forge, '--gitlab');
    if (status === 77) return t.skip(said);
    for (const name of ['merge_requests', 'deployments/{deployment_id}/approval'])
        assert.ok(said.includes(`ok  request POST /api/v4/projects/{id}/${name} {}\n`), said);
    return undefined;
});
