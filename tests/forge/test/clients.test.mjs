// SPDX-License-Identifier: GPL-3.0-or-later
// Real clients agree: python3-github, and GitHub's own gh over TLS. Skipped, and said so, where they are not installed.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { ForgeProgram, job, seedOf, until } from './forgeprogram.mjs';

const run = promisify(execFile);
const kSeed = seedOf({
    build: job('echo built'),
    test: job('echo said so; test "$GITHUB_RUN_ATTEMPT" -gt 1', { needs: 'build' }),
});

function isThere(program, ...command) {
    try {
        execFileSync(program, command, { stdio: 'ignore' });
        return true;
    } catch {
        return false;
    }
}

const kPython = '/usr/bin/python3';
const kNoPython = !isThere(kPython, '-c', 'import github') && 'python3-github is not installed';
const kNoGh = !(isThere('gh', '--version') && isThere('openssl', 'version')) && 'gh or openssl is not installed';

test('python3-github reads runs, re-runs, dispatches, deploys', { skip: kNoPython }, async () => {
    const forge = await ForgeProgram.start(kSeed);
    try {
        await forge.run('completed');
        const { stdout } = await run(kPython, [new URL('pygithub.py', import.meta.url).pathname, forge.url]);
        assert.deepEqual(JSON.parse(stdout), {
            workflows: ['.github/workflows/ci.yml'],
            conclusion: 'failure',
            rerun: true,
            dispatched: true,
            deployment: ['success'],
            combined: 'success',
            limit: 5000,
        });
    } finally {
        await forge.stop();
    }
});

test('gh lists, shows, reads logs, re-runs and cancels', { skip: kNoGh }, async t => {
    const folder = mkdtempSync(join(tmpdir(), 'forge-gh-'));
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    await run('openssl', [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        key,
        '-out',
        cert,
        '-days',
        '2',
        '-subj',
        '/CN=forge',
        '-addext',
        'subjectAltName=IP:127.0.0.1,IP:127.0.0.2',
    ]);
    const forge = await ForgeProgram.start(kSeed, ['--cert', cert, '--key', key]);
    t.after(async () => {
        await forge.stop();
        rmSync(folder, { recursive: true });
    });
    const host = forge.url.replace('https://', '');
    writeFileSync(join(folder, 'hosts.yml'), `"${host}":\n    oauth_token: tok_ops\n    user: ops\n`);
    const env = {
        PATH: process.env.PATH,
        HOME: folder,
        GH_CONFIG_DIR: folder,
        GH_HOST: host,
        SSL_CERT_FILE: cert,
        GH_NO_UPDATE_NOTIFIER: '1',
    };
    const gh = async (...words) => (await run('gh', [...words, '-R', `${host}/acme/shop`], { env })).stdout;

    await until(async () => (await gh('run', 'list')).startsWith('completed\tfailure'));
    assert.match(
        await gh('run', 'view', '9000000001'),
        /X test in \ds \(ID 25000000002\)[^]*Process completed with exit code 1\./,
    );
    assert.match(await gh('run', 'view', '9000000001', '--log-failed'), /^test\tRun echo said so.*Z said so$/m);
    await gh('run', 'rerun', '9000000001', '--failed');
    await until(async () => (await gh('run', 'list')).startsWith('completed\tsuccess'));
    await assert.rejects(gh('run', 'cancel', '9000000001'), /Cannot cancel a workflow run that is completed/);
});
