// SPDX-License-Identifier: GPL-3.0-or-later
// One project: its branches, commits and files, and the lists that hang on it.
import { createHash } from 'node:crypto';
import { Caches } from '../caches.mjs';

let serial = 4_000_000;

export class Project {
    commits = new Map();
    branches = new Map();
    hooks = [];
    issues = [];
    mergeRequests = [];
    environments = [];
    deployments = [];
    variables = {};
    masked = [];

    constructor({ path, clock, baseUrl, defaultBranch = 'main' }) {
        this.id = ++serial;
        this.path = path;
        this.defaultBranch = defaultBranch;
        this.clock = clock;
        this.webUrl = `${baseUrl}/${path}`;
        this.createdAt = this.now();
        this.caches = new Caches(clock, defaultBranch);
    }

    now() {
        return new Date(this.clock.now()).toISOString();
    }

    /** The commit of a branch, or of its own (perhaps short) name. */
    resolve(ref) {
        const name = ref?.replace('refs/heads/', '') ?? this.defaultBranch;
        return (
            this.branches.get(name) ??
            (this.commits.has(name)
                ? name
                : [...this.commits.keys()].find(sha => name.length >= 7 && sha.startsWith(name)))
        );
    }

    files(sha) {
        return this.commits.get(sha)?.files ?? new Map();
    }

    /** `changes`: path to bytes, or to null for a file that goes. Answers the commit. */
    commit({ branch, start, message, author, changes }) {
        const parent = this.branches.get(branch) ?? (start && this.resolve(start));
        const files = new Map(this.files(parent));
        for (const [path, bytes] of changes)
            if (bytes === null) files.delete(path);
            else files.set(path, { mode: path.endsWith('.sh') ? '100755' : '100644', bytes });
        const at = this.now();
        const sum = createHash('sha1').update(JSON.stringify([parent, message, at, this.commits.size]));
        for (const [path, { bytes }] of files) sum.update(path).update(bytes);
        const made = { id: sum.digest('hex'), parents: parent ? [parent] : [], message, author, at, files };
        this.commits.set(made.id, made);
        this.branches.set(branch, made.id);
        return made;
    }

    /** [{old_path, new_path, new_file, deleted_file, …}] between two commits. */
    changes(from, to) {
        const [old, now] = [this.files(from), this.files(to)];
        const paths = [...new Set([...old.keys(), ...now.keys()])].filter(
            path => !(old.get(path) && now.get(path)?.bytes.equals(old.get(path).bytes)),
        );
        return paths.map(path => ({
            old_path: path,
            new_path: path,
            a_mode: old.get(path)?.mode ?? '0',
            b_mode: now.get(path)?.mode ?? '0',
            new_file: !old.has(path),
            renamed_file: false,
            deleted_file: !now.has(path),
            diff: `@@ -1 +1 @@\n-${old.get(path)?.bytes ?? ''}\n+${now.get(path)?.bytes ?? ''}\n`,
        }));
    }

    /** The commits that `to` has and `from` has not, newest first. */
    since(from, to) {
        const known = new Set();
        for (let sha = from; sha; sha = this.commits.get(sha)?.parents[0]) known.add(sha);
        const found = [];
        for (let sha = to; sha && !known.has(sha); sha = this.commits.get(sha)?.parents[0])
            found.push(this.commits.get(sha));
        return found;
    }
}
