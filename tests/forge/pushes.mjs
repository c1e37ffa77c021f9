// SPDX-License-Identifier: GPL-3.0-or-later
// What follows when a branch or tag has moved, by whichever request: the webhook `push`, new commits of open pull
// requests, and the runs that they start.
import { commitShape } from './shapes.mjs';

const kNone = '0'.repeat(40);
const kSkip = /\[(skip ci|ci skip|no ci|skip actions|actions skip)\]/;
const kCommitsMost = 20;

/** The refs that differ: [{repoId, ref, before, after}]. */
export function movedRefs(before, after) {
    const names = new Set([...before.keys(), ...after.keys()]);
    return [...names]
        .filter(name => before.get(name) !== after.get(name))
        .map(name => {
            const at = name.indexOf(' ');
            return {
                repoId: Number(name.slice(0, at)),
                ref: name.slice(at + 1),
                before: before.get(name) ?? kNone,
                after: after.get(name) ?? kNone,
            };
        });
}

function changedPaths(line, before, after) {
    const [old, now] = [line.files(before), line.files(after)];
    const differs = path => !old.get(path).bytes.equals(now.get(path).bytes);
    return {
        added: [...now.keys()].filter(path => !old.has(path)),
        removed: [...old.keys()].filter(path => !now.has(path)),
        modified: [...now.keys()].filter(path => old.has(path) && differs(path)),
    };
}

function commitsBetween(line, before, after) {
    const found = [];
    for (
        let sha = after;
        sha && sha !== before && found.length < kCommitsMost;
        sha = line.hub.commit(line.repo, sha)?.parent_shas[0]
    ) {
        const parent = line.hub.commit(line.repo, sha)?.parent_shas[0] ?? kNone;
        found.unshift({
            ...commitShape(line, sha),
            distinct: true,
            url: `${line.htmlUrl}/commit/${sha}`,
            ...changedPaths(line, parent, sha),
        });
        if (before === kNone) break; // a new branch: its head alone
    }
    return found;
}

export function pushPayload(line, { ref, before, after }, login) {
    const commits = after === kNone ? [] : commitsBetween(line, before, after);
    return {
        ref,
        before,
        after,
        pusher: { name: login, email: `${login}@users.noreply.github.com` },
        created: before === kNone,
        deleted: after === kNone,
        forced: false,
        base_ref: null,
        compare: `${line.htmlUrl}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
        commits,
        head_commit: commits.at(-1) ?? null,
    };
}

/** Sends and starts what follows from one moved ref. */
export async function follow(forge, line, moved, login) {
    const payload = pushPayload(line, moved, login);
    forge.tell(line, 'push', undefined, payload, login);
    if (moved.after === kNone) return;
    await followPulls(forge, line, moved, login);
    const message = payload.head_commit?.message ?? '';
    if (kSkip.test(message)) return;
    forge.trigger(line, {
        name: 'push',
        ref: moved.ref,
        sha: moved.after,
        actor: login,
        payload,
        title: message.split('\n')[0],
        paths: payload.commits.flatMap(commit => [...commit.added, ...commit.modified, ...commit.removed]),
    });
}

async function followPulls(forge, line, { repoId, ref, before, after }, login) {
    const pulls = line.hub
        .rows('pull_requests')
        .all()
        .filter(row => row.head_repo_id === repoId && `refs/heads/${row.head_ref}` === ref && row.state === 'open');
    for (const row of pulls) {
        line.hub.rows('pull_requests').update(row.id, { head_sha: after });
        const base = line.hub.repoById(row.base_repo_id);
        const pull = await line.hub.call('GET', `/repos/${base.full_name}/pulls/${row.number}`, undefined, login);
        forge.pullRequest(line, 'synchronize', { pull_request: pull, before, after }, login);
    }
}

/** The event that starts runs for a change of a pull request. */
export function pullEvent(action, payload, login) {
    const pull = payload.pull_request;
    return {
        name: 'pull_request',
        action,
        ref: `refs/pull/${pull.number}/merge`,
        headRef: `refs/heads/${pull.head.ref}`,
        base: pull.base.ref,
        sha: pull.head.sha,
        actor: login,
        pull,
        title: pull.title,
        payload,
    };
}
