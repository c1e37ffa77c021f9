// SPDX-License-Identifier: GPL-3.0-or-later
// What expressions and environment of a job know, and what its token may do. Source: docs.github.com, "Contexts reference",
// "Workflow syntax for GitHub Actions" (permissions).

const kPermissions = { contents: 'read', packages: 'read' }; // where none are named

/** By the names that REST answers them with. */
export function permissionsOf(workflow, job) {
    const named = job.permissions ?? workflow.permissions ?? kPermissions;
    return Object.fromEntries(Object.entries(named).map(([name, level]) => [name.replaceAll('-', '_'), level]));
}

/** `token`: the one of this job, while it runs. */
export function contextsOf(run, attempt, job, token = '***') {
    const { event, line, workflow } = run;
    const github = {
        event: event.payload,
        sha: run.sha,
        ref: event.ref,
        ref_name: event.ref.replace(/^refs\/(heads|tags)\//, ''),
        repository: line.name,
        run_id: run.id,
        run_number: run.number,
        run_attempt: attempt.number,
        event_name: event.name,
        actor: event.actor,
        workflow: workflow.name,
        job: job.key,
        api_url: line.apiUrl,
        server_url: line.apiUrl,
        head_ref: event.headRef?.replace('refs/heads/', ''),
        base_ref: event.base,
        token,
    };
    const needs = Object.fromEntries(
        attempt.jobs
            .filter(one => job.needs.includes(one.key))
            .map(one => [one.key, { result: one.conclusion, outputs: one.outputs }]),
    );
    return {
        github,
        needs,
        matrix: job.matrix,
        env: workflow.env,
        secrets: line.secrets,
        vars: {},
        inputs: event.inputs ?? {},
        runner: { os: 'Linux', temp: '/tmp' },
    };
}
