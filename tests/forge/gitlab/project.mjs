// SPDX-License-Identifier: GPL-3.0-or-later
// One project: its branches, commits and files, and the lists that hang on it.
import { Caches } from '../caches.mjs';
import { commitContent, gitObject, treeContent } from '../gitobjects.mjs';

let serial = 4_000_000;

export class Project {
    #objects = new Map();
    commits = new Map();
    branches = new Map();
    hooks = [];
    issues = [];
    mergeRequests = [];
    environments = [];
    deployments = [];
    variables = {};
    masked = [];
    authorsApprove = false;
    buildTimeout = 3600; // seconds

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
        const made = this.#stored({ parents: parent ? [parent] : [], message, author, at: this.now(), files });
        this.commits.set(made.id, made);
        this.branches.set(branch, made.id);
        return made;
    }

    /** As gitAnswer asks for it. */
    git() {
        return {
            head: `refs/heads/${this.defaultBranch}`,
            refs: [...this.branches].map(([name, sha]) => [`refs/heads/${name}`, sha]).sort(),
            object: sha => this.#objects.get(sha),
        };
    }

    /** The commit with its name, which is git's: its objects are kept to be cloned. */
    #stored(commit) {
        const person = { name: commit.author, email: `${commit.author}@example.com`, date: commit.at };
        const { parents, message, files } = commit;
        const tree = this.#tree([...files]);
        const content = commitContent({ tree, parents, message, author: person, committer: person });
        return { ...commit, id: this.#keep('commit', content) };
    }

    /** `files`: [path, {bytes, mode}], below this tree. */
    #tree(files) {
        const below = new Map();
        const entries = [];
        for (const [path, file] of files) {
            const [name, ...rest] = path.split('/');
            if (rest.length > 0) below.set(name, [...(below.get(name) ?? []), [rest.join('/'), file]]);
            else entries.push({ name, mode: file.mode, sha: this.#keep('blob', file.bytes), isTree: false });
        }
        for (const [name, inside] of below)
            entries.push({ name, mode: '40000', sha: this.#tree(inside), isTree: true });
        return this.#keep('tree', treeContent(entries));
    }

    #keep(type, content) {
        const { sha, bytes } = gitObject(type, content);
        this.#objects.set(sha, bytes);
        return sha;
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
