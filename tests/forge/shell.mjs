// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one script with bash in a folder: output line by line, a time limit, and an end to everything that it started.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const kPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * What a job sees of this machine's environment; everything else is the job's own. `runner`: {path, home, env} of one
 * that keeps its home from one job to the next.
 */
export function allowedEnvironment(home, { path, home: kept, env } = {}) {
    return {
        PATH: path ? `${path}:${kPath}` : kPath,
        HOME: kept ?? home,
        TMPDIR: home,
        LANG: 'C.UTF-8',
        TZ: 'UTC',
        TERM: 'dumb',
        CI: 'true',
        ...env,
    };
}

const kLineMost = 1 << 20;

function killGroup(child) {
    try {
        process.kill(-child.pid, 'SIGKILL');
    } catch {
        // it has ended
    }
}

/**
 * Runs `text` by `bash ARGUMENTS FILE`. `line` gets each line. Answers {code, timedOut, aborted}.
 * `signal`, an AbortSignal, ends it.
 */
export function runScript({ file, text, shell, folder, environment, limitMs, signal, line }) {
    writeFileSync(file, text.endsWith('\n') ? text : `${text}\n`);
    return new Promise(resolve => {
        // One pipe for both, so that the order of what is said stays.
        const child = spawn('/usr/bin/bash', ['-c', 'exec /usr/bin/bash "$@" 2>&1', 'bash', ...shell, file], {
            cwd: folder,
            env: environment,
            detached: true,
            stdio: ['ignore', 'pipe', 'ignore'],
        });
        let timedOut = false;
        let rest = '';
        const timer =
            limitMs === undefined
                ? undefined
                : setTimeout(() => {
                      timedOut = true;
                      killGroup(child);
                  }, limitMs);
        const abort = () => killGroup(child);
        signal.addEventListener('abort', abort);
        if (signal.aborted) abort();
        child.stdout.setEncoding('utf8');
        child.stdout.on('data', chunk => {
            const lines = (rest + chunk).split('\n');
            rest = lines.pop();
            lines.forEach(line);
            if (rest.length > kLineMost) {
                line(rest);
                rest = '';
            }
        });
        child.on('exit', () => killGroup(child)); // what it left in the background
        child.on('error', error => line(String(error)));
        child.on('close', code => {
            clearTimeout(timer);
            signal.removeEventListener('abort', abort);
            if (rest.length > 0) line(rest);
            resolve({ code: code ?? 137, timedOut, aborted: signal.aborted });
        });
    });
}
