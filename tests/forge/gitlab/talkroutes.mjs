// SPDX-License-Identifier: GPL-3.0-or-later
// GitLab's routes for merge requests, issues, and the notes on both.
import { json, notFound, paged, refused } from './answers.mjs';
import { userShape } from './shapes.mjs';

const kBase = '/projects/{project}';
let serial = 300_000_000;

const labelsOf = value => (typeof value === 'string' ? value.split(',').filter(Boolean) : (value ?? []));

function shape(service, project, thing) {
    const { kind, id, iid, title, description, state, labels, author, createdAt, updatedAt, closedAt, mergedAt } =
        thing;
    const common = {
        id,
        iid,
        project_id: project.id,
        title,
        description,
        state,
        created_at: createdAt,
        updated_at: updatedAt,
        closed_at: closedAt ?? null,
        labels,
        author: userShape(service, author),
        assignees: [],
        assignee: null,
        user_notes_count: thing.notes.length,
        confidential: false,
        web_url: `${project.webUrl}/-/${kind}/${iid}`,
    };
    if (kind === 'issues') return common;
    const sha = project.branches.get(thing.source) ?? thing.sha;
    return {
        ...common,
        source_branch: thing.source,
        target_branch: thing.target,
        source_project_id: project.id,
        target_project_id: project.id,
        draft: title.startsWith('Draft:'),
        merge_status: 'can_be_merged',
        detailed_merge_status: 'mergeable',
        sha,
        merge_commit_sha: thing.mergeSha ?? null,
        merged_at: mergedAt ?? null,
        has_conflicts: false,
        head_pipeline: null,
        diff_refs: { base_sha: project.resolve(thing.target), head_sha: sha, start_sha: project.resolve(thing.target) },
    };
}

function noteShape(service, { id, body, author, at }, noteable) {
    return {
        id,
        body,
        author: userShape(service, author),
        created_at: at,
        updated_at: at,
        system: false,
        noteable_type: noteable,
        noteable_id: 0,
        resolvable: false,
    };
}

class Things {
    /** `kind`: issues or merge_requests; `field`: the project's list of them; `hook`: event and object kind. */
    constructor(service, { kind, field, event, object }) {
        Object.assign(this, { service, kind, field, event, object });
    }

    routes(add) {
        const path = `${kBase}/${this.kind}`;
        const one = answer => request => {
            const found = request.project[this.field].find(thing => thing.iid === Number(request.params.iid));
            return found ? answer(request, found) : notFound();
        };
        add('GET', path, request =>
            paged(request, this.#listed(request), thing => shape(this.service, request.project, thing)),
        );
        add('POST', path, request => this.#create(request));
        add(
            'GET',
            `${path}/{iid}`,
            one((request, thing) => json(shape(this.service, request.project, thing))),
        );
        add(
            'PUT',
            `${path}/{iid}`,
            one((request, thing) => this.#change(request, thing)),
        );
        add(
            'GET',
            `${path}/{iid}/notes`,
            one((request, thing) =>
                paged(request, thing.notes.toReversed(), note => noteShape(this.service, note, this.object)),
            ),
        );
        add(
            'POST',
            `${path}/{iid}/notes`,
            one((request, thing) => {
                if (!request.body?.body) return refused(400, { error: 'body is missing' });
                const note = {
                    id: ++serial,
                    body: request.body.body,
                    author: request.login,
                    at: request.project.now(),
                };
                thing.notes.push(note);
                return json(noteShape(this.service, note, this.object), 201);
            }),
        );
        add(
            'PUT',
            `${path}/{iid}/notes/{note}`,
            one((request, thing) => {
                const note = thing.notes.find(each => each.id === Number(request.params.note));
                return note
                    ? json(
                          noteShape(
                              this.service,
                              Object.assign(note, { body: request.body?.body ?? note.body }),
                              this.object,
                          ),
                      )
                    : notFound();
            }),
        );
        if (this.kind === 'merge_requests') this.#mergeRoutes(add, path, one);
    }

    #mergeRoutes(add, path, one) {
        add(
            'GET',
            `${path}/{iid}/changes`,
            one((request, thing) =>
                json({
                    ...shape(this.service, request.project, thing),
                    changes: request.project.changes(
                        request.project.resolve(thing.target),
                        request.project.resolve(thing.source),
                    ),
                }),
            ),
        );
        add(
            'GET',
            `${path}/{iid}/pipelines`,
            one((request, thing) =>
                paged(
                    request,
                    this.service.pipelines.all.filter(
                        each => each.project === request.project && each.ref === thing.source,
                    ),
                    each => ({ id: each.id, sha: each.sha, ref: each.ref, status: each.status }),
                ),
            ),
        );
        add(
            'PUT',
            `${path}/{iid}/merge`,
            one((request, thing) => {
                if (thing.state !== 'opened') return refused(405, '405 Method Not Allowed');
                const { project } = request;
                const files = project.files(project.resolve(thing.source));
                const changes = project
                    .changes(project.resolve(thing.target), project.resolve(thing.source))
                    .map(each => [each.new_path, files.get(each.new_path)?.bytes ?? null]);
                const made = this.service.push(project, {
                    branch: thing.target,
                    message: `Merge branch '${thing.source}'`,
                    author: request.login,
                    changes,
                });
                Object.assign(thing, { state: 'merged', mergeSha: made.id, mergedAt: project.now() });
                this.#tell(project, thing, 'merge', request.login);
                return json(shape(this.service, project, thing));
            }),
        );
    }

    #listed({ project, query }) {
        const labels = labelsOf(query.get('labels') ?? undefined);
        const fits = thing =>
            (!query.get('state') || query.get('state') === 'all' || thing.state === query.get('state')) &&
            labels.every(label => thing.labels.includes(label)) &&
            (!query.get('source_branch') || thing.source === query.get('source_branch')) &&
            (!query.get('target_branch') || thing.target === query.get('target_branch')) &&
            (!query.get('search') ||
                `${thing.title} ${thing.description}`.toLowerCase().includes(query.get('search').toLowerCase()));
        return project[this.field].filter(fits).toReversed();
    }

    #create(request) {
        const { project, body = {} } = request;
        const isMerge = this.kind === 'merge_requests';
        const missing = (isMerge ? ['title', 'source_branch', 'target_branch'] : ['title']).filter(name => !body[name]);
        if (missing.length > 0) return json({ error: missing.map(name => `${name} is missing`).join(', ') }, 400);
        if (isMerge && !project.branches.has(body.source_branch)) return refused(400, ['Source branch does not exist']);
        const open = project[this.field].find(
            thing =>
                isMerge &&
                thing.state === 'opened' &&
                thing.source === body.source_branch &&
                thing.target === body.target_branch,
        );
        if (open)
            return refused(409, [`Another open merge request already exists for this source branch: !${open.iid}`]);
        const now = project.now();
        const thing = {
            kind: this.kind,
            id: ++serial,
            iid: project[this.field].length + 1,
            title: body.title,
            description: body.description ?? null,
            state: 'opened',
            labels: labelsOf(body.labels),
            author: request.login,
            createdAt: now,
            updatedAt: now,
            notes: [],
            source: body.source_branch,
            target: body.target_branch,
            sha: project.branches.get(body.source_branch),
        };
        project[this.field].push(thing);
        this.#tell(project, thing, 'open', request.login);
        return json(shape(this.service, project, thing), 201);
    }

    #change(request, thing) {
        const { project, body = {} } = request;
        const { title = thing.title, description = thing.description, state_event: event } = body;
        const states = { close: 'closed', reopen: 'opened' };
        Object.assign(thing, {
            title,
            description,
            labels: body.labels === undefined ? thing.labels : labelsOf(body.labels),
            updatedAt: project.now(),
        });
        if (states[event])
            Object.assign(thing, { state: states[event], closedAt: event === 'close' ? project.now() : null });
        this.#tell(project, thing, event ?? 'update', request.login);
        return json(shape(this.service, project, thing));
    }

    #tell(project, thing, action, login) {
        const {
            source_branch: source,
            target_branch: target,
            id,
            iid,
            title,
            state,
        } = shape(this.service, project, thing);
        const last = source && { id: project.branches.get(source) ?? thing.sha };
        this.service.hooks.dispatch(project, this.event, {
            object_kind: this.object,
            event_type: this.object,
            user: userShape(this.service, login),
            labels: [],
            object_attributes: {
                id,
                iid,
                title,
                state,
                action,
                source_branch: source,
                target_branch: target,
                last_commit: last,
                url: `${project.webUrl}/-/${this.kind}/${iid}`,
            },
        });
    }
}

export function talkRoutes(add, service) {
    new Things(service, { kind: 'issues', field: 'issues', event: 'Issue Hook', object: 'issue' }).routes(add);
    new Things(service, {
        kind: 'merge_requests',
        field: 'mergeRequests',
        event: 'Merge Request Hook',
        object: 'merge_request',
    }).routes(add);
}
