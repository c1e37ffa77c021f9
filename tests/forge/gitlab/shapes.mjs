// SPDX-License-Identifier: GPL-3.0-or-later
// Projects, commits, pipelines, jobs, deployments as GitLab's API writes them.
// Source: docs.gitlab.com, "REST API resources".

export function userShape(service, login) {
    const user = service.users.get(login) ?? { id: 0, login };
    return {
        id: user.id,
        username: login,
        name: user.name ?? login,
        state: 'active',
        locked: false,
        avatar_url: null,
        web_url: `${service.baseUrl}/${login}`,
    };
}

export function projectShape(project) {
    const [name] = project.path.split('/').slice(-1);
    return {
        id: project.id,
        description: null,
        name,
        name_with_namespace: project.path.replace('/', ' / '),
        path: name,
        path_with_namespace: project.path,
        created_at: project.createdAt,
        default_branch: project.defaultBranch,
        web_url: project.webUrl,
        http_url_to_repo: `${project.webUrl}.git`,
        ssh_url_to_repo: `git@127.0.0.1:${project.path}.git`,
        visibility: 'private',
        archived: false,
        issues_enabled: true,
        merge_requests_enabled: true,
        jobs_enabled: true,
        build_timeout: project.buildTimeout,
        namespace: { id: 1, name: project.path.split('/')[0], path: project.path.split('/')[0], kind: 'group' },
        permissions: { project_access: { access_level: 40, notification_level: 3 }, group_access: null },
        allow_pipeline_trigger_approve_deployment: project.authorsApprove,
    };
}

export function commitShape(project, sha) {
    const { id, parents, message, author, at } = project.commits.get(sha);
    const email = `${author}@example.com`;
    return {
        id,
        short_id: id.slice(0, 8),
        created_at: at,
        parent_ids: parents,
        title: message.split('\n')[0],
        message,
        author_name: author,
        author_email: email,
        authored_date: at,
        committer_name: author,
        committer_email: email,
        committed_date: at,
        web_url: `${project.webUrl}/-/commit/${id}`,
    };
}

const seconds = (from, to) => (from && to ? (Date.parse(to) - Date.parse(from)) / 1000 : null);

export function pipelineBrief(pipeline) {
    const { id, iid, project, sha, ref, status, source, createdAt, updatedAt } = pipeline;
    return {
        id,
        iid,
        project_id: project.id,
        sha,
        ref,
        status,
        source,
        created_at: createdAt,
        updated_at: updatedAt,
        web_url: `${project.webUrl}/-/pipelines/${id}`,
    };
}

export function pipelineShape(service, pipeline) {
    const { startedAt, finishedAt, status, before, yamlErrors, user, createdAt } = pipeline;
    return {
        ...pipelineBrief(pipeline),
        before_sha: before,
        tag: false,
        yaml_errors: yamlErrors,
        user: userShape(service, user),
        started_at: startedAt,
        finished_at: finishedAt,
        committed_at: null,
        duration: Math.round(seconds(startedAt, finishedAt) ?? 0) || null,
        queued_duration: seconds(createdAt, startedAt),
        coverage: null,
        detailed_status: {
            icon: `status_${status}`,
            text: status,
            label: status,
            group: status,
            tooltip: status,
            has_details: true,
        },
    };
}

export function jobShape(service, job) {
    const { pipeline } = job;
    const { project } = pipeline;
    return {
        id: job.id,
        status: job.status,
        stage: job.definition.stage,
        name: job.name,
        ref: pipeline.ref,
        tag: false,
        coverage: null,
        allow_failure: job.definition.allowFailure,
        created_at: job.createdAt,
        started_at: job.startedAt,
        finished_at: job.finishedAt,
        erased_at: job.erasedAt ?? null,
        duration: seconds(job.startedAt, job.finishedAt),
        queued_duration: seconds(job.queuedAt, job.startedAt),
        user: userShape(service, job.user),
        commit: commitShape(project, pipeline.sha),
        pipeline: pipelineBrief(pipeline),
        web_url: `${project.webUrl}/-/jobs/${job.id}`,
        project: { ci_job_token_scope_enabled: false },
        artifacts: [],
        runner: job.startedAt ? { id: 1, description: 'example', active: true } : null,
        artifacts_expire_at: null,
        archived: false,
        tag_list: job.definition.tags,
        ...(job.reason ? { failure_reason: job.reason } : {}),
    };
}

export function environmentShape(environment) {
    const { id, name, createdAt } = environment;
    return {
        id,
        name,
        slug: name.replace(/\W/g, '-'),
        external_url: null,
        state: 'available',
        tier: 'production',
        created_at: createdAt,
        updated_at: createdAt,
    };
}

/** As a list has it: without what a single one tells of approvals. */
export function deploymentShape(service, deployment) {
    const { id, iid, job, environment, status, createdAt, updatedAt } = deployment;
    return {
        id,
        iid,
        ref: job.pipeline.ref,
        sha: job.pipeline.sha,
        created_at: createdAt,
        updated_at: updatedAt,
        status,
        user: userShape(service, job.user),
        environment: environmentShape(environment),
        deployable: jobShape(service, job),
    };
}

const kRoles = { 30: 'Developers + Maintainers', 40: 'Maintainers', 60: 'Admins' };

/** A rule of approvals, or a level of deploying: `{user}`, `{group, members}` or `{role}`. */
export function ruleShape(service, { id, user, group, role }) {
    return {
        id,
        user_id: user ? service.users.get(user).id : null,
        group_id: group ? id : null,
        access_level: role ?? (group ? 40 : null),
        access_level_description: user ?? group ?? kRoles[role],
        group_inheritance_type: 0,
    };
}

export function protectedShape(service, { name, rules, deployers }) {
    return {
        name,
        deploy_access_levels: deployers.map(one => ruleShape(service, one)),
        required_approval_count: 0,
        approval_rules: rules.map(one => ({ ...ruleShape(service, one), required_approvals: one.required })),
    };
}

export function deploymentDetail(service, deployment, missing) {
    const shown = one => approvalShape(service, one);
    return {
        ...deploymentShape(service, deployment),
        pending_approval_count: missing,
        approvals: deployment.approvals.map(shown),
        approval_summary: {
            rules: deployment.environment.rules.map(rule => ({
                ...ruleShape(service, rule),
                required_approvals: rule.required,
                deployment_approvals: deployment.approvals.filter(one => one.rule === rule).map(shown),
            })),
        },
    };
}

export function approvalShape(service, { login, status, comment, at }) {
    return { user: userShape(service, login), status, created_at: at, comment };
}
