// SPDX-License-Identifier: GPL-3.0-or-later
// GitLab's routes for branches, commits, files and comparisons.
import { createHash } from 'node:crypto';
import { empty } from '../answers.mjs';
import { json, notFound, paged, refused } from './answers.mjs';
import { commitShape } from './shapes.mjs';

const kBase = '/projects/{project}/repository';

function decoded({ content = '', encoding }) {
    return Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
}

function branchShape(project, name) {
    return {
        name,
        commit: commitShape(project, project.branches.get(name)),
        merged: false,
        protected: name === project.defaultBranch,
        developers_can_push: false,
        developers_can_merge: false,
        can_push: true,
        default: name === project.defaultBranch,
        web_url: `${project.webUrl}/-/tree/${name}`,
    };
}

function fileAt({ project, params, query }) {
    const sha =
        project.resolve(query.get('ref') ?? 'HEAD') ?? (query.get('ref') === 'HEAD' ? project.resolve() : undefined);
    const file = project.files(sha).get(params.path);
    return file && { sha, file };
}

function fileAnswer(request) {
    const found = fileAt(request);
    if (!found) return notFound('File');
    const { bytes, mode } = found.file;
    const hash = algorithm => createHash(algorithm).update(bytes).digest('hex');
    return json({
        file_name: request.params.path.split('/').at(-1),
        file_path: request.params.path,
        size: bytes.length,
        encoding: 'base64',
        content: bytes.toString('base64'),
        content_sha256: hash('sha256'),
        ref: request.query.get('ref') ?? 'HEAD',
        blob_id: hash('sha1'),
        commit_id: found.sha,
        last_commit_id: found.sha,
        execute_filemode: mode === '100755',
    });
}

/** A change of one file; `action`: create, update, delete. */
function changeFile(service, request, action) {
    const { project, params, body = {} } = request;
    const exists = project.files(project.branches.get(body.branch)).has(params.path);
    if (!body.branch || !body.commit_message)
        return refused(400, { error: 'branch is missing, commit_message is missing' });
    if (exists !== (action !== 'create'))
        return refused(
            400,
            action === 'create' ? 'A file with this name already exists' : "A file with this name doesn't exist",
        );
    service.push(project, {
        branch: body.branch,
        start: body.start_branch,
        message: body.commit_message,
        author: request.login,
        changes: [[params.path, action === 'delete' ? null : decoded(body)]],
    });
    return action === 'delete'
        ? empty()
        : json({ file_path: params.path, branch: body.branch }, action === 'create' ? 201 : 200);
}

function postCommit(service, request) {
    const { project, body = {} } = request;
    const { branch, start_branch: startBranch, start_sha: startSha, commit_message: message, actions } = body;
    const start = startBranch ?? startSha;
    if (!branch || !message || !Array.isArray(actions))
        return refused(400, { error: 'branch is missing, commit_message is missing, actions is missing' });
    if (project.branches.has(branch) && start)
        return refused(
            400,
            `A branch called '${branch}' already exists. Switch to that branch in order to make changes`,
        );
    if (start && !project.resolve(start)) return refused(400, 'Cannot find start_branch or start_sha');
    if (!project.branches.has(branch) && !start && project.branches.size > 0)
        return refused(400, 'You can only create or edit files when you are on a branch');
    const files = project.files(project.branches.get(branch) ?? (start && project.resolve(start)));
    const changes = [];
    for (const action of actions) {
        if (action.action === 'create' && files.has(action.file_path))
            return refused(400, 'A file with this name already exists');
        if (action.action !== 'create' && !files.has(action.previous_path ?? action.file_path))
            return refused(400, "A file with this name doesn't exist");
        changes.push([
            action.file_path,
            action.action === 'delete'
                ? null
                : action.content === undefined
                  ? files.get(action.previous_path ?? action.file_path).bytes
                  : decoded(action),
        ]);
        if (action.action === 'move') changes.push([action.previous_path, null]);
    }
    const made = service.push(project, { branch, start, message, author: request.login, changes });
    return json(commitShape(project, made.id), 201);
}

function branchRoutes(add, service) {
    add('GET', `${kBase}/branches`, request =>
        paged(request, [...request.project.branches.keys()], name => branchShape(request.project, name)),
    );
    add('GET', `${kBase}/branches/{branch}`, ({ project, params }) =>
        project.branches.has(params.branch) ? json(branchShape(project, params.branch)) : notFound('Branch'),
    );
    add('POST', `${kBase}/branches`, request => {
        const branch = request.body?.branch ?? request.query.get('branch');
        const ref = request.body?.ref ?? request.query.get('ref');
        const sha = ref && request.project.resolve(ref);
        if (!branch || !sha) return refused(400, sha ? 'branch is missing' : 'Invalid reference name: ' + ref);
        if (request.project.branches.has(branch)) return refused(400, 'Branch already exists');
        service.branchMoved(request.project, branch, sha, request.login);
        return json(branchShape(request.project, branch), 201);
    });
    add('DELETE', `${kBase}/branches/{branch}`, request => {
        if (!request.project.branches.has(request.params.branch)) return notFound('Branch');
        service.branchMoved(request.project, request.params.branch, undefined, request.login);
        return empty();
    });
}

export function repositoryRoutes(add, service) {
    branchRoutes(add, service);
    add('GET', `${kBase}/commits`, request => {
        const sha = request.project.resolve(request.query.get('ref_name') ?? undefined);
        return paged(request, sha ? request.project.since(undefined, sha) : [], one =>
            commitShape(request.project, one.id),
        );
    });
    add('POST', `${kBase}/commits`, request => postCommit(service, request));
    add('GET', `${kBase}/commits/{sha}`, ({ project, params }) => {
        const sha = project.resolve(params.sha);
        return sha
            ? json({
                  ...commitShape(project, sha),
                  stats: { additions: 1, deletions: 0, total: 1 },
                  status: null,
                  project_id: project.id,
                  last_pipeline: null,
              })
            : notFound('Commit');
    });
    add('GET', `${kBase}/commits/{sha}/diff`, request => {
        const sha = request.project.resolve(request.params.sha);
        return sha
            ? paged(request, request.project.changes(request.project.commits.get(sha).parents[0], sha), one => one)
            : notFound('Commit');
    });
    add('GET', `${kBase}/compare`, ({ project, query }) => {
        const [from, to] = [project.resolve(query.get('from') ?? ''), project.resolve(query.get('to') ?? '')];
        if (!from || !to) return notFound('Ref');
        const commits = project
            .since(from, to)
            .toReversed()
            .map(one => commitShape(project, one.id));
        return json({
            commit: commits.at(-1) ?? null,
            commits,
            diffs: project.changes(from, to),
            compare_timeout: false,
            compare_same_ref: from === to,
            web_url: '',
        });
    });
    add('GET', `${kBase}/tree`, request => {
        const sha = request.project.resolve(request.query.get('ref') ?? undefined);
        const below = request.query.get('path') ? `${request.query.get('path')}/` : '';
        const names = new Map();
        for (const path of request.project.files(sha).keys())
            if (path.startsWith(below)) {
                const [name, ...more] = path.slice(below.length).split('/');
                names.set(name, more.length > 0 ? 'tree' : 'blob');
            }
        return paged(request, [...names], ([name, type]) => ({
            id: '0'.repeat(40),
            name,
            type,
            path: below + name,
            mode: type === 'tree' ? '040000' : '100644',
        }));
    });
    add('GET', `${kBase}/files/{path}/raw`, request => {
        const found = fileAt(request);
        return found
            ? { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: found.file.bytes }
            : notFound('File');
    });
    add('GET', `${kBase}/files/{path}`, fileAnswer);
    add('POST', `${kBase}/files/{path}`, request => changeFile(service, request, 'create'));
    add('PUT', `${kBase}/files/{path}`, request => changeFile(service, request, 'update'));
    add('DELETE', `${kBase}/files/{path}`, request =>
        changeFile(service, { ...request, body: { ...Object.fromEntries(request.query), ...request.body } }, 'delete'),
    );
}
