// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the script of one job for real, in a throw-away folder with the files of the commit.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { putFiles } from '../job.mjs';
import { allowedEnvironment, runScript } from '../shell.mjs';

/** Each command is shown before it runs, as the runner's own script does. */
function script(commands) {
    return [
        'set -eo pipefail',
        ...commands.flatMap(command => {
            const [first, ...more] = command.trimEnd().split('\n');
            const shown = `\u001b[32;1m$ ${first}${more.length > 0 ? ' # collapsed multi-line command' : ''}\u001b[0;m`;
            return [`printf '%s\\n' '${shown.replaceAll("'", "'\\''")}'`, command];
        }),
    ].join('\n');
}

/** `limitS`: the project's time limit. `runner`: {path, home, env} of one of its own. Answers {status: success|failed|canceled, reason}. */
export async function runJob({ job, limitS, files, variables, caches, ref, temporary, runner, signal }) {
    const root = mkdtempSync(join(temporary, 'job-'));
    const [home, work] = [join(root, 'home'), join(root, 'work')];
    mkdirSync(home);
    mkdirSync(work);
    const { trace, definition } = job;
    try {
        trace.section('get_sources', 'Getting source from Git repository');
        putFiles(files, work);
        trace.section('restore_cache', 'Restoring cache');
        const cache = {
            key: String(definition.cache?.key ?? 'default'),
            path: [definition.cache?.paths ?? []].flat().join('\n'),
            ref,
            folder: work,
        };
        trace.line(definition.cache && caches.restore(cache) ? 'Successfully extracted cache' : 'No cache');
        trace.section('step_script', 'Executing "step_script" stage of the job script');
        const shell = (commands, name, limitMs) =>
            runScript({
                file: join(root, `${name}.sh`),
                text: script(commands),
                shell: [],
                folder: work,
                limitMs,
                signal,
                line: text => trace.line(text),
                environment: {
                    ...allowedEnvironment(home, runner),
                    GITLAB_CI: 'true',
                    CI_PROJECT_DIR: work,
                    ...variables,
                },
            });
        const limitMs = definition.limitMs ?? limitS * 1000;
        const ended = await shell([...definition.before, ...definition.script], 'script', limitMs);
        if (definition.after.length > 0 && !ended.aborted) {
            trace.section('after_script', 'Running after_script');
            await shell(definition.after, 'after', 300_000);
        }
        return verdict({ ended, limitMs, trace, save: () => definition.cache && caches.save(cache) });
    } finally {
        rmSync(root, { recursive: true, force: true });
    }
}

/** `1h30m0s`, as the runner writes it. */
function lasting(ms) {
    const seconds = Math.round(ms / 1000);
    const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    return `${h > 0 ? `${h}h` : ''}${seconds >= 60 ? `${m}m` : ''}${s}s`;
}

function verdict({ ended, limitMs, trace, save }) {
    if (ended.aborted) {
        trace.verdict('canceled');
        return { status: 'canceled' };
    }
    if (ended.timedOut) {
        trace.verdict(`execution took longer than ${lasting(limitMs)} seconds`);
        return { status: 'failed', reason: 'job_execution_timeout' };
    }
    if (ended.code !== 0) {
        trace.verdict(`exit code ${ended.code}`);
        return { status: 'failed', reason: 'script_failure' };
    }
    save();
    trace.verdict();
    return { status: 'success' };
}
