// SPDX-License-Identifier: GPL-3.0-or-later
// Real git clones from both, and fetches one commit; only with a token where that is asked.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { ForgeProgram, job, seedOf } from './forgeprogram.mjs';

const kGitLab = new URL('../gitlab.mjs', import.meta.url).pathname;
const kEnvironment = { PATH: process.env.PATH, HOME: '/nonexistent', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };

async function git(...words) {
    return (await promisify(execFile)('git', words, { env: kEnvironment })).stdout.trim();
}

/** Clones, and looks at the whole of it: the commit that it is at. */
async function cloned(forge, address) {
    const folder = join(forge.folder, 'clone');
    await git('clone', '-q', address, folder);
    await git('-C', folder, 'fsck', '--strict');
    assert.equal(readFileSync(join(folder, 'src/deep/a.txt'), 'utf8'), 'one\n');
    return git('-C', folder, 'rev-parse', 'HEAD');
}

test('from GitHub: public without a token, private with one', async t => {
    const seed = seedOf(
        { build: job('true') },
        { files: { 'src/deep/a.txt': 'one\n', 'run.sh': 'true\n' }, run: false },
    );
    seed.github.repos.push({ owner: 'acme', name: 'vault', auto_init: true, private: true });
    const forge = await ForgeProgram.start(seed);
    t.after(() => forge.stop());
    const { object } = await forge.get('/repos/acme/shop/git/ref/heads/main');
    assert.equal(await cloned(forge, `${forge.url}/acme/shop.git`), object.sha);
    const sha = await forge.put('src/b.txt', 'two', 'main');
    await git('-C', join(forge.folder, 'clone'), 'fetch', '-q', 'origin', sha);
    assert.equal(await git('-C', join(forge.folder, 'clone'), 'show', `${sha}:src/b.txt`), 'two');
    await assert.rejects(git('ls-remote', `${forge.url}/acme/vault.git`), /could not read Username/);
    const private_ = forge.url.replace('//', '//x-access-token:tok_ops@');
    assert.match(await git('ls-remote', `${private_}/acme/vault.git`), /refs\/heads\/main/);
});

test('from GitLab, with a token', async t => {
    const files = { 'src/deep/a.txt': 'one\n', 'src/b.txt': 'two\n' };
    const seed = { tokens: { tok_ops: { login: 'ops' } }, projects: { 'acme/shop': { files } } };
    const forge = await ForgeProgram.start(seed, [], kGitLab);
    t.after(() => forge.stop());
    await assert.rejects(git('ls-remote', `${forge.url}/acme/shop.git`), /could not read Username/);
    const head = await cloned(forge, `${forge.url.replace('//', '//oauth2:tok_ops@')}/acme/shop.git`);
    const [commit] = await forge.get('/api/v4/projects/acme%2Fshop/repository/commits');
    assert.equal(head, commit.id);
});
