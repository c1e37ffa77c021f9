// SPDX-License-Identifier: GPL-3.0-or-later
// Environments, their reviewers and what waits for them, as GitHub writes them.

export function reviewersOf(line, environment) {
    return environment.reviewers.map(login => ({ type: 'User', reviewer: line.hub.userJson(login) }));
}

/** A waiting job, as `deployment_review` carries it. */
export function jobRunShape(line, { run, job, environment }) {
    return {
        id: job.id,
        name: job.name,
        status: 'waiting',
        conclusion: null,
        environment: environment.name,
        html_url: `${line.htmlUrl}/actions/runs/${run.id}/job/${job.id}`,
        created_at: job.created_at,
        updated_at: job.created_at,
    };
}

export function environmentBrief(line, { id, name, created_at, updated_at }) {
    return {
        id,
        node_id: `EN_${id}`,
        name,
        url: `${line.url}/environments/${encodeURIComponent(name)}`,
        html_url: `${line.htmlUrl}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
        created_at,
        updated_at,
    };
}

export function pendingShape(line, wait, mayReview) {
    const { created_at, updated_at, ...environment } = environmentBrief(line, wait.environment);
    return {
        environment,
        wait_timer: wait.environment.waitMinutes,
        wait_timer_started_at: wait.startedAt,
        current_user_can_approve: wait.open.has('review') && mayReview,
        reviewers: reviewersOf(line, wait.environment),
    };
}

/** A rule of an App; where the seed has none of that name, its number is none of an App. */
export function ruleShape(line, { id, slug }) {
    const { hub } = line;
    const app = hub
        .rows('apps')
        .all()
        .find(row => row.slug === slug);
    const number = app?.app_id ?? id;
    return {
        id,
        node_id: `DPR_${id}`,
        enabled: true,
        app: { id: number, slug, integration_url: `${hub.baseUrl}/apps/${slug}`, node_id: `A_${number}` },
    };
}

export function environmentShape(line, environment) {
    const { idOfRule: id, waitMinutes, reviewers, noSelf, bypass } = environment;
    const rules = [
        ...(waitMinutes > 0 ? [{ id, node_id: `GA_${id}`, type: 'wait_timer', wait_timer: waitMinutes }] : []),
        ...(reviewers.length > 0
            ? [
                  {
                      id: id + 1,
                      node_id: `GA_${id + 1}`,
                      prevent_self_review: noSelf,
                      type: 'required_reviewers',
                      reviewers: reviewersOf(line, environment),
                  },
              ]
            : []),
    ];
    return {
        ...environmentBrief(line, environment),
        can_admins_bypass: bypass,
        protection_rules: rules,
        deployment_branch_policy: null,
    };
}
