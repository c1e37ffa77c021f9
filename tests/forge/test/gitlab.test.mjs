// SPDX-License-Identifier: GPL-3.0-or-later
// GitLab: jobs really run, traces grow, retries have new ids, manual jobs and blocked deployments wait for people.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { ForgeProgram, until } from './forgeprogram.mjs';

const kProgram = new URL('../gitlab.mjs', import.meta.url).pathname;
const kShop = '/api/v4/projects/acme%2Fshop';
const kSigning = `whsec_${Buffer.from('a key for the signature of hooks').toString('base64')}`;
const kPipeline = `
stages: [build, test, deploy]
build: {stage: build, script: [ls, echo built]}
test: {stage: test, script: ["echo try $CI_JOB_ID", "test -e healed"]}
publish: {stage: deploy, script: [echo published], rules: [{when: manual, allow_failure: true}]}
ship: {stage: deploy, script: [echo shipped], environment: production}
`;
const deliveries = [];
let forge;
let receiver;

before(async () => {
    receiver = createServer(async (request, response) => {
        const body = Buffer.concat(await request.toArray()).toString('utf8');
        deliveries.push({ headers: request.headers, text: body, body: JSON.parse(body) });
        response.writeHead(202).end();
    });
    await new Promise(resolve => receiver.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${receiver.address().port}/hook`;
    const events = { pipeline_events: true, job_events: true, deployment_events: true };
    forge = await ForgeProgram.start(
        {
            tokens: {
                tok_ops: { login: 'ops' },
                tok_boss: { login: 'boss' },
                tok_reader: { login: 'ops', scopes: ['read_api'] },
            },
            projects: {
                'acme/shop': {
                    files: { '.gitlab-ci.yml': kPipeline },
                    hooks: [{ url, token: 't0ken', signing_token: kSigning, ...events }],
                    environments: { production: { required_approvals: 1 } },
                },
            },
        },
        [],
        kProgram,
    );
});
after(async () => {
    await forge.stop();
    receiver.close();
    receiver.closeAllConnections();
});

const pipelineIn = (status, ref = 'main') =>
    until(async () => (await forge.get(`${kShop}/pipelines?ref=${ref}`)).find(one => one.status === status));
const jobsOf = async (pipeline, more = '') =>
    Object.fromEntries((await forge.get(`${kShop}/pipelines/${pipeline.id}/jobs${more}`)).map(one => [one.name, one]));

async function heal(ref) {
    const commit = {
        branch: ref,
        start_branch: 'main',
        commit_message: 'Heal',
        actions: [{ action: 'create', file_path: 'healed', content: 'x' }],
    };
    const { status } = await forge.ask('POST', `${kShop}/repository/commits`, commit);
    assert.equal(status, 201);
}

test('a push starts a pipeline; its trace has sections, commands and the verdict, and can be read by range', async () => {
    const pipeline = await pipelineIn('failed');
    assert.ok(pipeline.id > 2 ** 32);
    const jobs = await jobsOf(pipeline);
    assert.deepEqual(
        Object.values(jobs)
            .map(one => one.status)
            .sort(),
        ['failed', 'skipped', 'skipped', 'success'],
    );
    assert.equal(jobs.test.failure_reason, 'script_failure');
    const path = `${kShop}/jobs/${jobs.test.id}/trace`;
    const { body: trace } = await forge.ask('GET', path);
    assert.match(trace, /section_start:\d+:step_script\r\x1b\[0K/);
    assert.match(trace, /\x1b\[32;1m\$ test -e healed\x1b\[0;m\n/);
    assert.match(trace, /ERROR: Job failed: exit code 1\n/);
    const part = await forge.ask('GET', path, undefined, { headers: { range: 'bytes=10-' } });
    assert.deepEqual([part.status, part.body], [206, trace.slice(10)]);
    assert.equal(
        (await forge.ask('GET', path, undefined, { headers: { range: `bytes=${trace.length}-` } })).status,
        416,
    );
});

test('a commit begins a branch at any commit, and takes none over that is there', async () => {
    const [first] = await forge.get(`${kShop}/repository/commits`);
    const ask = more =>
        forge.ask('POST', `${kShop}/repository/commits`, {
            branch: 'from/commit',
            start_sha: first.id,
            commit_message: 'Begin [ci skip]',
            actions: [{ action: 'create', file_path: 'begun', content: 'x' }],
            ...more,
        });
    const made = await ask();
    assert.equal(made.status, 201);
    assert.deepEqual((await forge.get(`${kShop}/repository/commits/from%2Fcommit`)).parent_ids, [first.id]);
    assert.equal((await ask()).status, 400);
    assert.equal((await ask({ branch: 'from/none', start_sha: 'f'.repeat(40) })).status, 400);
});

test('a retry is a new job of the same pipeline; what runs cannot be retried', async () => {
    const pipeline = await pipelineIn('failed');
    const old = (await jobsOf(pipeline)).test;
    const { status, body } = await forge.ask('POST', `${kShop}/jobs/${old.id}/retry`);
    assert.equal(status, 201);
    assert.ok(body.id > old.id);
    assert.equal((await forge.ask('POST', `${kShop}/jobs/${old.id}/retry`)).status, 403);
    await pipelineIn('failed');
    const all = await forge.get(`${kShop}/pipelines/${pipeline.id}/jobs?include_retried=true`);
    assert.equal(all.filter(one => one.name === 'test').length, 2);
});

test('a blocked deployment is approved by another person, and then played', async () => {
    await heal('release');
    const pipeline = await pipelineIn('manual', 'release');
    const { ship, publish } = await jobsOf(pipeline);
    assert.equal(ship.status, 'manual');
    const [listed] = await forge.get(`${kShop}/deployments?status=blocked`);
    assert.equal(listed.pending_approval_count, undefined, 'a list tells no approvals');
    const deployment = await forge.get(`${kShop}/deployments/${listed.id}`);
    assert.equal(deployment.pending_approval_count, 1);
    const [rule] = deployment.approval_summary.rules;
    assert.deepEqual([rule.access_level, rule.required_approvals], [30, 1]);
    const environment = await forge.get(`${kShop}/protected_environments/production`);
    assert.deepEqual(
        environment.approval_rules.map(one => one.required_approvals),
        [1],
    );
    assert.equal((await forge.ask('GET', `${kShop}/protected_environments/staging`)).status, 404);
    assert.equal((await forge.ask('POST', `${kShop}/jobs/${ship.id}/play`)).status, 403);
    const approve = token =>
        forge.ask(
            'POST',
            `${kShop}/deployments/${deployment.id}/approval`,
            { status: 'approved', comment: 'seen' },
            { token },
        );
    assert.equal((await approve('tok_ops')).status, 400, 'its own deployment');
    assert.equal((await approve('tok_boss')).body.user.username, 'boss');
    assert.equal((await approve('tok_boss')).status, 400, 'twice');
    assert.equal((await jobsOf(pipeline)).ship.status, 'manual', 'approval does not run it');
    assert.equal((await forge.ask('POST', `${kShop}/jobs/${ship.id}/play`)).status, 200);
    await pipelineIn('success', 'release');
    assert.equal((await forge.get(`${kShop}/deployments/${deployment.id}`)).status, 'success');
    assert.equal((await forge.ask('POST', `${kShop}/jobs/${publish.id}/play`)).body.id, publish.id);
    await until(async () => (await jobsOf(pipeline)).publish.status === 'success');
});

test('a rejected deployment fails its job', async () => {
    await heal('other');
    const pipeline = await pipelineIn('manual', 'other');
    const [deployment] = await forge.get(`${kShop}/deployments?status=blocked`);
    assert.equal(
        (
            await forge.ask(
                'POST',
                `${kShop}/deployments/${deployment.id}/approval`,
                { status: 'rejected' },
                { token: 'tok_boss' },
            )
        ).status,
        201,
    );
    assert.equal((await jobsOf(pipeline)).ship.failure_reason, 'deployment_rejected');
    assert.equal((await pipelineIn('failed', 'other')).id, pipeline.id);
});

test('a pipeline that waits for a person is not cancelled with what it waits for; the job is, by itself', async () => {
    await heal('third');
    const pipeline = await pipelineIn('manual', 'third');
    const { ship } = await jobsOf(pipeline);
    await forge.ask('POST', `${kShop}/pipelines/${pipeline.id}/cancel`);
    assert.equal((await jobsOf(pipeline)).ship.status, 'manual');
    assert.equal((await forge.ask('POST', `${kShop}/jobs/${ship.id}/cancel`)).status, 201);
    assert.equal((await pipelineIn('canceled', 'third')).id, pipeline.id);
});

test('hooks carry the token and the signature, and can be sent again with the same key', async () => {
    const told = await until(() =>
        deliveries.find(
            one => one.headers['x-gitlab-event'] === 'Pipeline Hook' && one.body.object_attributes.status === 'failed',
        ),
    );
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = told.headers;
    const key = Buffer.from(kSigning.slice(6), 'base64');
    assert.equal(signature, `v1,${createHmac('sha256', key).update(`${id}.${at}.${told.text}`).digest('base64')}`);
    assert.equal(told.headers['x-gitlab-token'], 't0ken');
    assert.ok(
        deliveries.some(one => one.headers['x-gitlab-event'] === 'Job Hook' && one.body.build_status === 'failed'),
    );
    assert.ok(
        deliveries.some(one => one.headers['x-gitlab-event'] === 'Deployment Hook' && one.body.status === 'blocked'),
    );
    const [hook] = await forge.get(`${kShop}/hooks`);
    const [newest] = await forge.get(`${kShop}/hooks/${hook.id}/events`);
    await forge.ask('POST', `${kShop}/hooks/${hook.id}/events/${newest.id}/resend`);
    await until(
        () =>
            deliveries.filter(one => one.headers['idempotency-key'] === newest.request_headers['idempotency-key'])
                .length === 2,
    );
});

test('a wrong token, a missing scope and an unknown project are told apart', async () => {
    assert.equal((await forge.ask('GET', kShop, undefined, { token: 'nonsense' })).status, 401);
    assert.equal(
        (await forge.ask('POST', `${kShop}/issues`, { title: 'x' }, { token: 'tok_reader' })).body.error,
        'insufficient_scope',
    );
    assert.equal((await forge.ask('GET', '/api/v4/projects/acme%2Fnone')).body.message, '404 Project Not Found');
    await forge.ask('POST', '/_forge/limits', { remaining: 0, per_hour: 5 });
    const limited = await forge.ask('GET', kShop);
    assert.equal(limited.status, 429);
    assert.ok(Number(limited.headers.get('retry-after')) > 0);
    await forge.ask('POST', '/_forge/limits', { per_hour: 100_000 });
});

const kPython = '/usr/bin/python3';
let kNoPython = false;
try {
    execFileSync(kPython, ['-c', 'import gitlab'], { stdio: 'ignore' });
} catch {
    kNoPython = 'python3-gitlab is not installed';
}

test('python3-gitlab agrees', { skip: kNoPython }, async () => {
    const { stdout } = await promisify(execFile)(kPython, [
        new URL('pygitlab.py', import.meta.url).pathname,
        forge.url,
    ]);
    assert.deepEqual(JSON.parse(stdout), {
        project: 'acme/shop',
        pipelines: true,
        retried: true,
        trace: true,
        file: 'x',
        merge_request: 'merged',
        note: 'seen',
        issue: 'closed',
        labels: ['signalbox'],
        branches: ['fix/it', 'from/commit', 'main', 'other', 'release', 'third'],
        played: 'Unplayable Job',
        created: 'api',
        compared: ['mended'],
        environments: ['production'],
    });
});
