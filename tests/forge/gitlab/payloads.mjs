// SPDX-License-Identifier: GPL-3.0-or-later
// What GitLab's webhooks carry. Source: docs.gitlab.com, "Webhook events".
import { commitShape, projectShape, userShape } from './shapes.mjs';

export function hookProject(project) {
    const { id, name, web_url: webUrl, default_branch: branch, path_with_namespace: path } = projectShape(project);
    return {
        id,
        name,
        description: '',
        web_url: webUrl,
        avatar_url: null,
        git_ssh_url: '',
        git_http_url: `${webUrl}.git`,
        namespace: path.split('/')[0],
        visibility_level: 0,
        path_with_namespace: path,
        default_branch: branch,
    };
}

const time = text => text?.replace('T', ' ').replace(/\.\d+Z$/, ' UTC') ?? null;

function hookCommit(project, sha) {
    const {
        id,
        message,
        title,
        committed_date: at,
        web_url: url,
        author_name: name,
        author_email: email,
    } = commitShape(project, sha);
    return { id, message, title, timestamp: at, url, author: { name, email } };
}

/** The payloads, by what moved. */
export const payloads = {
    push: (service, project, { ref, before, after, login, commits }) => ({
        object_kind: 'push',
        event_name: 'push',
        before,
        after,
        ref: `refs/heads/${ref}`,
        checkout_sha: /^0+$/.test(after) ? null : after,
        user_username: login,
        user_name: login,
        user_id: userShape(service, login).id,
        project_id: project.id,
        total_commits_count: commits.length,
        commits: commits.slice(0, 20).map(one => hookCommit(project, one.id)),
    }),
    pipeline: (service, pipeline) => ({
        object_kind: 'pipeline',
        object_attributes: {
            id: pipeline.id,
            iid: pipeline.iid,
            ref: pipeline.ref,
            tag: false,
            sha: pipeline.sha,
            before_sha: pipeline.before,
            source: pipeline.source,
            status: pipeline.status,
            detailed_status: pipeline.status,
            stages: pipeline.stages,
            created_at: time(pipeline.createdAt),
            finished_at: time(pipeline.finishedAt),
            duration: null,
            variables: [],
            url: `${pipeline.project.webUrl}/-/pipelines/${pipeline.id}`,
        },
        merge_request: null,
        user: userShape(service, pipeline.user),
        commit: hookCommit(pipeline.project, pipeline.sha),
        builds: pipeline.jobs.map(job => ({
            id: job.id,
            stage: job.definition.stage,
            name: job.name,
            status: job.status,
            created_at: time(job.createdAt),
            started_at: time(job.startedAt),
            finished_at: time(job.finishedAt),
            when: job.definition.when,
            manual: job.definition.when === 'manual',
            allow_failure: job.definition.allowFailure,
            failure_reason: job.reason,
            user: userShape(service, job.user),
            runner: null,
            artifacts_file: { filename: null, size: null },
            environment: job.definition.environment ?? null,
        })),
    }),
    job: (service, job) => ({
        object_kind: 'build',
        ref: job.pipeline.ref,
        tag: false,
        before_sha: job.pipeline.before,
        sha: job.pipeline.sha,
        retries_count: job.tries,
        build_id: job.id,
        build_name: job.name,
        build_stage: job.definition.stage,
        build_status: job.status,
        build_created_at: time(job.createdAt),
        build_started_at: time(job.startedAt),
        build_finished_at: time(job.finishedAt),
        build_duration: null,
        build_queued_duration: null,
        build_allow_failure: job.definition.allowFailure,
        build_failure_reason: job.reason ?? 'unknown_failure',
        pipeline_id: job.pipeline.id,
        runner: null,
        project_id: job.pipeline.project.id,
        project_name: job.pipeline.project.path.replace('/', ' / '),
        user: userShape(service, job.user),
        commit: hookCommit(job.pipeline.project, job.pipeline.sha),
        environment: job.definition.environment ?? null,
        source_pipeline: null,
    }),
    deployment: (service, deployment) => ({
        object_kind: 'deployment',
        status: deployment.status,
        status_changed_at: time(deployment.updatedAt),
        deployment_id: deployment.id,
        deployable_id: deployment.job.id,
        deployable_url: `${deployment.job.pipeline.project.webUrl}/-/jobs/${deployment.job.id}`,
        environment: deployment.environment.name,
        environment_tier: 'production',
        environment_slug: deployment.environment.name,
        environment_external_url: null,
        short_sha: deployment.job.pipeline.sha.slice(0, 8),
        user: userShape(service, deployment.job.user),
        user_url: '',
        commit_url: '',
        commit_title: '',
        ref: deployment.job.pipeline.ref,
    }),
};
