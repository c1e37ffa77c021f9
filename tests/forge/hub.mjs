// SPDX-License-Identifier: GPL-3.0-or-later
// Repositories, commits, pull requests, issues and users: those of `emulate`, in this process. Its plugin's register
// function is wrapped to get at the application and the store; the port that it listens on is closed at once.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitContent, gitObject, treeContent } from './gitobjects.mjs';
import { load } from './packages.mjs';

const kCountedByEmulate = 4000; // it refuses a token after 5,000 requests; the limits are ours

async function githubPlugin(packages) {
    const folder = join(packages, 'node_modules/emulate/dist');
    const chunk = readdirSync(folder).find(
        name => name.endsWith('.js') && readFileSync(join(folder, name), 'utf8').includes('  githubPlugin,'),
    );
    return (await load(packages, `emulate/dist/${chunk}`)).githubPlugin;
}

export class Hub {
    #app;
    #store;
    #tokens;
    #known;
    #served = 0;

    /** `dispatch(event, action, payload, fullName)` gets what emulate would have sent to webhooks. */
    async open({ packages, baseUrl, seed, dispatch }) {
        this.baseUrl = baseUrl;
        const plugin = await githubPlugin(packages);
        const register = plugin.register.bind(plugin);
        plugin.register = (app, store, webhooks, url, tokens) => {
            register(app, store, webhooks, url, tokens);
            webhooks.dispatch = async (event, action, payload, owner, repo) =>
                dispatch(event, action, payload, `${owner}/${repo}`);
            [this.#app, this.#store, this.#tokens] = [app, store, tokens];
        };
        const { createEmulator } = await load(packages, 'emulate/dist/api.js');
        const { tokens = {}, github = {} } = seed;
        const emulator = await createEmulator({ service: 'github', port: 0, baseUrl, seed: { tokens, github } });
        await emulator.close();
        this.#known = { ...tokens };
    }

    rows(collection) {
        return this.#store.collection(`github.${collection}`);
    }

    /** Who a token belongs to and what it may do; nothing for an unknown one. */
    holder(token) {
        const holder = this.#tokens.get(token);
        return holder && { permissions: holder.installation?.permissions, ...this.#known[token], ...holder };
    }

    tokens() {
        return [...this.#tokens.keys()].filter(token => !token.includes('#'));
    }

    /** A token of a job, which may do what `permissions` says in one repository until it is taken back. */
    lend(repository, permissions, login) {
        const token = `ghs_${randomUUID().replaceAll('-', '')}`;
        this.#tokens.set(token, { login, id: this.user(login)?.id ?? 0, scopes: ['repo'] });
        this.#known[token] = { permissions, isInstallation: true, repositories: [repository] };
        return token;
    }

    takeBack(token) {
        this.#tokens.delete(token);
        delete this.#known[token];
    }

    /** Answers as emulate does: `{status, headers, body}`. */
    async fetch({ method, pathAndQuery, headers, raw, token }) {
        const alias = token && `${token}#${Math.floor(++this.#served / kCountedByEmulate)}`;
        if (alias && this.#tokens.has(token)) this.#tokens.set(alias, this.#tokens.get(token));
        const forwarded = { 'content-type': headers['content-type'] ?? 'application/json' };
        if (token) forwarded.authorization = `Bearer ${this.#tokens.has(token) ? alias : token}`;
        const body = method === 'GET' || method === 'HEAD' || raw.length === 0 ? undefined : raw;
        const response = await this.#app.fetch(
            new Request(this.baseUrl + pathAndQuery, { method, headers: forwarded, body }),
        );
        const kept = Object.fromEntries(
            [...response.headers].filter(([name]) => name === 'content-type' || name === 'link' || name === 'location'),
        );
        return { status: response.status, headers: kept, body: Buffer.from(await response.arrayBuffer()) };
    }

    async call(method, path, body, login) {
        const token = `internal ${login}`;
        const user = this.user(login);
        this.#tokens.set(token, { login, id: user?.id ?? 0, scopes: ['repo', 'user', 'admin:org', 'admin:repo_hook'] });
        const raw = Buffer.from(body === undefined ? '' : JSON.stringify(body));
        const answer = await this.fetch({ method, pathAndQuery: path, headers: {}, raw, token });
        if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
        return answer.body.length > 0 ? JSON.parse(answer.body) : undefined;
    }

    repo(fullName) {
        return this.rows('repos')
            .all()
            .find(row => row.full_name.toLowerCase() === fullName.toLowerCase());
    }

    repoById(id) {
        return this.rows('repos').get(id);
    }

    /** The repository as GitHub writes it. */
    repoJson(repo) {
        return this.call('GET', `/repos/${repo.full_name}`, undefined, repo.full_name.split('/')[0]);
    }

    user(login) {
        return this.rows('users').findOneBy('login', login);
    }

    userJson(login) {
        const row = this.user(login) ?? { login, id: 0, node_id: '', type: 'User' };
        const url = `${this.baseUrl}/users/${login}`;
        return {
            login,
            id: row.id,
            node_id: row.node_id,
            avatar_url: `${this.baseUrl}/avatars/u/${login}`,
            gravatar_id: '',
            url,
            html_url: `${this.baseUrl}/${login}`,
            followers_url: `${url}/followers`,
            following_url: `${url}/following{/other_user}`,
            gists_url: `${url}/gists{/gist_id}`,
            starred_url: `${url}/starred{/owner}{/repo}`,
            subscriptions_url: `${url}/subscriptions`,
            organizations_url: `${url}/orgs`,
            repos_url: `${url}/repos`,
            events_url: `${url}/events{/privacy}`,
            received_events_url: `${url}/received_events`,
            type: row.type,
            site_admin: false,
        };
    }

    /** Of the organisation that owns repositories under this name, if it is one. */
    orgJson(login) {
        const row = this.rows('orgs').findOneBy('login', login);
        const url = `${this.baseUrl}/orgs/${login}`;
        return (
            row && {
                login,
                id: row.id,
                node_id: row.node_id,
                url,
                repos_url: `${url}/repos`,
                events_url: `${url}/events`,
                hooks_url: `${url}/hooks`,
                issues_url: `${url}/issues`,
                members_url: `${url}/members{/member}`,
                public_members_url: `${url}/public_members{/member}`,
                avatar_url: `${this.baseUrl}/avatars/o/${login}`,
                description: row.description,
            }
        );
    }

    commit(repo, sha) {
        return this.rows('commits')
            .findBy('sha', sha)
            .find(row => row.repo_id === repo.id);
    }

    /** Path to bytes and mode of everything in a commit. */
    files(repo, sha) {
        const files = new Map();
        const walk = (treeSha, prefix) => {
            const tree = this.rows('trees')
                .findBy('sha', treeSha)
                .find(row => row.repo_id === repo.id);
            for (const entry of tree?.tree ?? []) {
                if (entry.type === 'tree') walk(entry.sha, `${prefix}${entry.path}/`);
                else if (entry.type === 'blob')
                    files.set(prefix + entry.path, { mode: entry.mode, bytes: this.#blob(repo, entry.sha) });
            }
        };
        const commit = this.commit(repo, sha);
        if (commit) walk(commit.tree_sha, '');
        return files;
    }

    /** As gitAnswer asks for it. */
    git(repo) {
        const refs = this.rows('refs').findBy('repo_id', repo.id);
        return {
            head: `refs/heads/${repo.default_branch}`,
            refs: refs.map(row => [row.ref, row.sha]).sort(),
            object: sha => this.#object(repo, sha),
        };
    }

    #object(repo, sha) {
        const row = kind =>
            this.rows(kind)
                .findBy('sha', sha)
                .find(one => one.repo_id === repo.id);
        const [commit, tree] = [row('commits'), row('trees')];
        if (commit) {
            const person = role => ({
                name: commit[`${role}_name`],
                email: commit[`${role}_email`],
                date: commit[`${role}_date`],
            });
            const { tree_sha: treeSha, parent_shas: parents, message } = commit;
            const whole = { tree: treeSha, parents, message, author: person('author'), committer: person('committer') };
            return gitObject('commit', commitContent(whole)).bytes;
        }
        if (tree) {
            const entries = tree.tree.map(one => ({
                name: one.path,
                mode: one.mode,
                sha: one.sha,
                isTree: one.type === 'tree',
            }));
            return gitObject('tree', treeContent(entries)).bytes;
        }
        return row('blobs') && gitObject('blob', this.#blob(repo, sha)).bytes;
    }

    #blob(repo, sha) {
        const row = this.rows('blobs')
            .findBy('sha', sha)
            .find(blob => blob.repo_id === repo.id);
        return Buffer.from(row?.content ?? '', row?.encoding === 'base64' ? 'base64' : 'utf8');
    }

    /** Each branch and tag of every repository: "id ref" to its commit. */
    refs() {
        return new Map(
            this.rows('refs')
                .all()
                .map(row => [`${row.repo_id} ${row.ref}`, row.sha]),
        );
    }
}
