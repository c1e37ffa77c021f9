// SPDX-License-Identifier: GPL-3.0-or-later
// Runs, jobs and workflows as GitHub writes them, in answers and in webhooks alike.
// Source: GitHub's OpenAPI description, schemas workflow-run, job, workflow.

export function commitShape(line, sha) {
    const row = line.hub.commit(line.repo, sha);
    return (
        row && {
            id: sha,
            tree_id: row.tree_sha,
            message: row.message,
            timestamp: row.committer_date,
            author: { name: row.author_name, email: row.author_email },
            committer: { name: row.committer_name, email: row.committer_email },
        }
    );
}

export function workflowShape(line, workflow) {
    const id = line.workflowId(workflow);
    return {
        id,
        node_id: `W_${id}`,
        name: workflow.name,
        path: workflow.path,
        state: 'active',
        created_at: line.createdAt,
        updated_at: line.createdAt,
        url: `${line.url}/actions/workflows/${id}`,
        html_url: `${line.htmlUrl}/blob/main/${workflow.path}`,
        badge_url: `${line.htmlUrl}/workflows/${encodeURIComponent(workflow.name)}/badge.svg`,
    };
}

function pullShape(pull) {
    const side = ({ ref, sha, repo }) => ({ ref, sha, repo: { id: repo.id, url: repo.url, name: repo.name } });
    return { url: pull.url, id: pull.id, number: pull.number, head: side(pull.head), base: side(pull.base) };
}

export function runShape(run, attempt = run.attempts.at(-1)) {
    const { line, event, workflow } = run;
    const url = `${line.url}/actions/runs/${run.id}`;
    const suite = run.id + 1_000_000_000;
    return {
        id: run.id,
        name: workflow.name,
        node_id: `WFR_${run.id}`,
        head_branch: run.branch,
        head_sha: run.sha,
        path: workflow.path,
        display_title: run.title,
        run_number: run.number,
        event: event.name,
        status: attempt.status,
        conclusion: attempt.conclusion,
        workflow_id: run.workflowId,
        check_suite_id: suite,
        check_suite_node_id: `CS_${suite}`,
        url,
        html_url: `${line.htmlUrl}/actions/runs/${run.id}`,
        pull_requests: event.pull ? [pullShape(event.pull)] : [],
        created_at: run.createdAt,
        updated_at: attempt.updatedAt,
        actor: line.hub.userJson(event.actor),
        run_attempt: attempt.number,
        referenced_workflows: [],
        run_started_at: attempt.startedAt,
        triggering_actor: line.hub.userJson(attempt.actor),
        jobs_url: `${url}/jobs`,
        logs_url: `${url}/logs`,
        check_suite_url: `${line.url}/check-suites/${suite}`,
        artifacts_url: `${url}/artifacts`,
        cancel_url: `${url}/cancel`,
        rerun_url: `${url}/rerun`,
        previous_attempt_url: attempt.number > 1 ? `${url}/attempts/${attempt.number - 1}` : null,
        workflow_url: `${line.url}/actions/workflows/${run.workflowId}`,
        head_commit: commitShape(line, run.sha) ?? null,
        repository: line.repository,
        head_repository: line.repository,
    };
}

export function jobShape(run, job) {
    const { line } = run;
    return {
        id: job.id,
        run_id: run.id,
        workflow_name: run.workflow.name,
        head_branch: run.branch,
        run_url: `${line.url}/actions/runs/${run.id}`,
        run_attempt: job.attempt,
        node_id: `CR_${job.id}`,
        head_sha: run.sha,
        url: `${line.url}/actions/jobs/${job.id}`,
        html_url: `${line.htmlUrl}/actions/runs/${run.id}/job/${job.id}`,
        status: job.status,
        conclusion: job.conclusion,
        created_at: job.created_at,
        started_at: job.started_at ?? job.created_at,
        completed_at: job.completed_at,
        name: job.name,
        steps: job.steps,
        check_run_url: `${line.url}/check-runs/${job.id}`,
        labels: job.labels,
        runner_id: job.runner_id ?? null,
        runner_name: job.runner_name ?? null,
        runner_group_id: job.runner_id ? 2 : null,
        runner_group_name: job.runner_id ? 'GitHub Actions' : null,
    };
}
