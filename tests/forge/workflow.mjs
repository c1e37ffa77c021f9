// SPDX-License-Identifier: GPL-3.0-or-later
// A workflow file: what it is called, what starts it, and its jobs with the matrix spread out.
// Source: docs.github.com, "Workflow syntax for GitHub Actions".

const kFolder = /^\.github\/workflows\/[^/]+\.ya?ml$/;

/** Every workflow file among `files`; one that cannot be read has `error`. */
export function workflowsOf(files, parse) {
    return [...files]
        .filter(([path]) => kFolder.test(path))
        .map(([path, { bytes }]) => {
            try {
                return workflowOf(path, parse(bytes.toString('utf8')));
            } catch (error) {
                return { path, name: path, on: { push: {} }, jobs: [], error: error.message };
            }
        });
}

function workflowOf(path, document) {
    if (!document?.jobs || !document.on) throw new Error(`${path}: no jobs, or nothing that starts them`);
    const on =
        typeof document.on === 'string'
            ? { [document.on]: {} }
            : Array.isArray(document.on)
              ? Object.fromEntries(document.on.map(name => [name, {}]))
              : document.on;
    return {
        path,
        name: document.name ?? path,
        runName: document['run-name'],
        on,
        env: document.env ?? {},
        permissions: document.permissions,
        jobs: Object.entries(document.jobs).flatMap(([key, job]) => spread(key, job)),
    };
}

function spread(key, job) {
    const list = value => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
    return combinations(job.strategy?.matrix).map(matrix => {
        const values = Object.values(matrix);
        const name = job.name ?? key;
        return {
            key,
            matrix,
            definition: job,
            needs: list(job.needs),
            name: values.length > 0 && !String(name).includes('${{') ? `${name} (${values.join(', ')})` : String(name),
            labels: list(job['runs-on']).map(String),
            environment: typeof job.environment === 'string' ? { name: job.environment } : job.environment,
        };
    });
}

function combinations(matrix) {
    if (!matrix || typeof matrix !== 'object') return [{}];
    const { include = [], exclude = [], ...axes } = matrix;
    let all = [{}];
    for (const [name, values] of Object.entries(axes))
        all = all.flatMap(one => values.map(value => ({ ...one, [name]: value })));
    const fits = (one, part) => Object.entries(part).every(([name, value]) => one[name] === value);
    all = all.filter(one => !exclude.some(part => fits(one, part)));
    const added = Object.keys(axes).length === 0 ? include : include.filter(part => !all.some(one => fits(one, part)));
    return Object.keys(axes).length === 0 ? added : [...all, ...added];
}

function glob(pattern) {
    const source = pattern
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('**', '\u0000')
        .replaceAll('*', '[^/]*')
        .replaceAll('\u0000', '.*');
    return new RegExp(`^${source}$`);
}

function passes(patterns, value) {
    return patterns.reduce(
        (fits, pattern) =>
            pattern.startsWith('!') ? fits && !glob(pattern.slice(1)).test(value) : fits || glob(pattern).test(value),
        false,
    );
}

/** Whether `event` ({name, ref, base, action, workflow, paths}) starts the workflow. */
export function startsOn(workflow, event) {
    if (!(event.name in workflow.on)) return false;
    const rule = workflow.on[event.name] ?? {};
    if (event.name === 'workflow_dispatch') return true;
    if (event.name === 'workflow_run')
        return (
            (rule.workflows ?? []).includes(event.workflow) &&
            (rule.types ?? ['requested', 'completed']).includes(event.action)
        );
    if (event.name === 'pull_request' && !(rule.types ?? ['opened', 'synchronize', 'reopened']).includes(event.action))
        return false;
    if (rule.paths && !(event.paths ?? []).some(path => passes(rule.paths, path))) return false;
    if (event.ref?.startsWith('refs/tags/')) return rule.tags ? passes(rule.tags, event.ref.slice(10)) : !rule.branches;
    const branch = event.base ?? event.ref?.replace('refs/heads/', '');
    if (rule['branches-ignore']) return !passes(rule['branches-ignore'], branch);
    return rule.branches ? passes(rule.branches, branch) : !rule.tags;
}
