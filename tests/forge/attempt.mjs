// SPDX-License-Identifier: GPL-3.0-or-later
// How an attempt of a run stands, by its jobs.

export const kFailed = new Set(['failure', 'cancelled', 'timed_out']);

export const isOver = job => job.status === 'completed';

/** Once all are over. */
export function conclusionOf(attempt) {
    const bad = attempt.jobs.filter(job => kFailed.has(job.conclusion) && job.definition['continue-on-error'] !== true);
    if (attempt.isCancelled || (bad.length > 0 && bad.every(job => job.conclusion === 'cancelled'))) return 'cancelled';
    return bad.length > 0 ? 'failure' : attempt.jobs.every(job => job.conclusion === 'skipped') ? 'skipped' : 'success';
}

/** While some are not. */
export function statusOf(attempt) {
    const states = new Set(attempt.jobs.filter(job => job.isShown && !isOver(job)).map(job => job.status));
    return ['in_progress', 'waiting', 'queued'].find(state => states.has(state)) ?? 'queued';
}
