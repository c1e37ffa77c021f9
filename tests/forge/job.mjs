// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the steps of one job for real: bash -e in a throw-away folder with the files of the commit, and an environment
// of its own. `uses:` is done for actions/checkout (the files are there) and actions/cache; others are noted and passed over.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { iso } from './clock.mjs';
import { filled, holds } from './expression.mjs';
import { allowedEnvironment, runScript } from './shell.mjs';

const kShells = { bash: ['--noprofile', '--norc', '-e', '-o', 'pipefail'], default: ['-e'] };

export function putFiles(files, folder) {
    for (const [path, { bytes, mode }] of files) {
        const target = join(folder, path);
        if (!target.startsWith(`${folder}/`)) throw new Error(`${path} leads out of the folder`);
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, bytes);
        if (mode === '100755') chmodSync(target, 0o755);
    }
}

/** Files with `name=value`, and `name<<END … END`, that steps write to. */
function assignments(file) {
    const found = {};
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    while (lines.length > 0) {
        const line = lines.shift();
        const here = line.match(/^([^=<]+)<<(.+)$/);
        const end = here ? lines.indexOf(here[2]) : -1;
        if (here && end >= 0)
            found[here[1]] = lines
                .splice(0, end + 1)
                .slice(0, -1)
                .join('\n');
        else if (line.includes('=')) found[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    }
    return found;
}

function listed(title, values) {
    const lines = Object.entries(values).map(([name, value]) => `  ${name}: ${value}`);
    return lines.length > 0 ? [`${title}:`, ...lines] : [];
}

export class JobExecution {
    #root;
    #home;
    #workspace;
    #failed = false;
    #outputs = {};
    #added = {};
    #paths = [];
    #posts = [];
    #limitAt;

    /** `changed()` is called whenever a step begins or ends. `runner`: {path, home} of a machine of one's own. */
    constructor({ job, contexts, files, caches, debug, clock, minuteMs, temporary, runner, signal, changed }) {
        Object.assign(this, { job, contexts, files, caches, debug, clock, minuteMs, runner, signal, changed });
        this.#root = mkdtempSync(join(temporary, 'job-'));
        this.#home = join(this.#root, 'home');
        this.#workspace = join(this.#root, 'work');
        mkdirSync(this.#home);
        mkdirSync(this.#workspace);
    }

    /** The conclusion: success, failure or cancelled. */
    async run() {
        const { job } = this;
        this.#limitAt = Date.now() + this.#limitOf(job.definition, 360);
        try {
            this.#setUp();
            for (const [at, step] of (job.definition.steps ?? []).entries()) await this.#step(step, job.steps[at + 1]);
            const last = job.steps.at(-1);
            this.#begin(last);
            for (const post of this.#failed || this.signal.aborted ? [] : this.#posts) post(last.number);
            job.log.write(last.number, 'Cleaning up orphan processes');
            this.#end(last, 'success');
            job.outputs = Object.fromEntries(
                Object.entries(job.definition.outputs ?? {}).map(([name, text]) => [name, this.#fill(text)]),
            );
        } catch (error) {
            job.log.write(1, `##[error]${error.message}`);
            this.#failed = true;
        } finally {
            rmSync(this.#root, { recursive: true, force: true });
        }
        if (this.signal.aborted || this.timedOut) return 'cancelled';
        return this.#failed ? 'failure' : 'success';
    }

    #setUp() {
        const { job, contexts } = this;
        const first = job.steps[0];
        this.#begin(first);
        job.log.write(1, "Current runner version: '2.325.0'");
        job.log.write(1, `Runner name: '${job.runner_name}'`);
        job.log.group(1, 'GITHUB_TOKEN Permissions', ['Contents: read', 'Metadata: read']);
        job.log.write(1, 'Secret source: Actions');
        job.log.write(1, 'Prepare workflow directory');
        job.log.write(1, `Complete job name: ${job.name}`);
        putFiles(this.files, this.#workspace);
        writeFileSync(join(this.#root, 'event.json'), JSON.stringify(contexts.github.event ?? {}));
        this.#end(first, 'success');
    }

    async #step(step, shown) {
        const { job } = this;
        const stopped = () => this.signal.aborted || this.timedOut;
        const functions = {
            success: () => !this.#failed && !stopped(),
            failure: () => this.#failed && !stopped(),
            always: () => true,
            cancelled: () => stopped(),
        };
        if (!holds(step.if, { ...this.#context(), functions })) {
            this.#begin(shown);
            this.#end(shown, 'skipped');
            return;
        }
        this.#begin(shown);
        shown.name = this.#fill(shown.name);
        const passed = step.uses ? this.#use(step, shown.number) : await this.#script(step, shown.number);
        const forgiven = step['continue-on-error'] === true || this.#fill(step['continue-on-error']) === 'true';
        if (step.id)
            this.#outputs[step.id] = {
                ...this.#outputs[step.id],
                outcome: passed ? 'success' : 'failure',
                conclusion: passed || forgiven ? 'success' : 'failure',
            };
        this.#failed ||= !passed && !forgiven;
        const ended = this.signal.aborted || this.timedOut ? 'cancelled' : passed || forgiven ? 'success' : 'failure';
        if (ended === 'cancelled') job.log.write(shown.number, '##[error]The operation was canceled.');
        this.#end(shown, ended);
    }

    async #script(step, number) {
        const { job } = this;
        const script = this.#fill(step.run);
        const own = this.#ownEnvironment(step);
        const shell = kShells[step.shell ?? this.contexts.shell] ?? kShells.default;
        job.log.group(number, `Run ${script.split('\n')[0]}`, [
            ...script
                .trimEnd()
                .split('\n')
                .map(line => `\u001b[36;1m${line}\u001b[0m`),
            `shell: /usr/bin/bash ${shell.join(' ')} {0}`,
            ...listed('env', own),
        ]);
        const files = Object.fromEntries(
            ['ENV', 'PATH', 'OUTPUT', 'STEP_SUMMARY'].map(name => [
                `GITHUB_${name}`,
                join(this.#root, `${number}-${name}`),
            ]),
        );
        for (const file of Object.values(files)) writeFileSync(file, '');
        const stepLimit = this.#limitOf(step, Infinity);
        const jobLimit = Math.max(0, this.#limitAt - Date.now());
        const ended = await runScript({
            file: join(this.#root, `${randomUUID()}.sh`),
            text: script,
            shell,
            line: text => this.#said(number, text),
            signal: this.signal,
            folder: join(this.#workspace, step['working-directory'] ?? '.'),
            limitMs: Math.min(stepLimit, jobLimit),
            environment: { ...this.#environment(), ...own, ...files },
        });
        if (ended.timedOut && jobLimit <= stepLimit) {
            this.timedOut = true;
            this.#beganEarlier(job.definition);
            job.log.write(
                number,
                `##[error]The job running on runner ${job.runner_name} has exceeded the maximum execution time of ${job.definition['timeout-minutes']} minutes.`,
            );
        } else if (ended.timedOut) {
            this.#beganEarlier(step);
            job.log.write(
                number,
                `##[error]The action '${job.steps[number - 1].name}' has timed out after ${step['timeout-minutes']} minutes.`,
            );
        } else if (ended.code !== 0 && !ended.aborted) {
            job.log.write(number, `##[error]Process completed with exit code ${ended.code}.`);
        }
        Object.assign(this.#added, assignments(files.GITHUB_ENV));
        this.#paths.unshift(...readFileSync(files.GITHUB_PATH, 'utf8').split('\n').filter(Boolean));
        if (step.id) this.#outputs[step.id] = { outputs: assignments(files.GITHUB_OUTPUT) };
        return ended.code === 0 && !ended.timedOut;
    }

    /** True where the step passed. */
    #use(step, number) {
        const { job } = this;
        const given = Object.fromEntries(
            Object.entries(step.with ?? {}).map(([name, value]) => [name, this.#fill(value)]),
        );
        job.log.group(number, `Run ${step.uses}`, listed('with', given));
        const action = step.uses.split('@')[0];
        if (action === 'actions/cache') {
            const hit = this.caches.restore({ ...given, ref: this.contexts.github.ref, folder: this.#workspace });
            job.log.write(
                number,
                hit ? `Cache restored from key: ${hit}` : `Cache not found for input keys: ${given.key}`,
            );
            if (step.id) this.#outputs[step.id] = { outputs: { 'cache-hit': String(hit === given.key) } };
            if (hit !== given.key)
                this.#posts.push(last => {
                    this.caches.save({ ...given, ref: this.contexts.github.ref, folder: this.#workspace });
                    job.log.write(last, `Cache saved with key: ${given.key}`);
                });
        } else if (action !== 'actions/checkout') {
            job.log.write(number, `${step.uses} is passed over`);
        }
        return true;
    }

    /** Of a job or step, in milliseconds here. */
    #limitOf(definition, otherwise) {
        return Number(this.#fill(definition['timeout-minutes'] ?? otherwise)) * this.minuteMs;
    }

    /** By what its time limit is longer than it took here. */
    #beganEarlier(definition) {
        const minutes = Number(this.#fill(definition['timeout-minutes']));
        const earlier = minutes * Math.max(0, 60_000 - this.minuteMs);
        this.job.started_at = iso(Date.parse(this.job.started_at) - earlier);
    }

    /** A line of a step's output, which may be a command to the runner. */
    #said(number, text) {
        const { log } = this.job;
        const command = text.match(/^::([\w-]+)(?: [^:]*)?::(.*)$/);
        const shown = {
            error: '##[error]',
            warning: '##[warning]',
            notice: '##[notice]',
            group: '##[group]',
            endgroup: '##[endgroup]',
        };
        if (!command) log.write(number, text);
        else if (command[1] === 'add-mask') log.mask(command[2]);
        else if (command[1] in shown) log.write(number, shown[command[1]] + command[2]);
        else if (command[1] === 'debug' && this.debug) log.write(number, `##[debug]${command[2]}`);
    }

    #ownEnvironment(step) {
        const all = { ...this.contexts.env, ...this.job.definition.env, ...this.#added, ...step.env };
        return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, this.#fill(value)]));
    }

    #environment() {
        const { github } = this.contexts;
        const base = allowedEnvironment(this.#home, this.runner);
        return {
            ...base,
            PATH: [...this.#paths, base.PATH].join(':'),
            GITHUB_ACTIONS: 'true',
            GITHUB_WORKSPACE: this.#workspace,
            GITHUB_EVENT_PATH: join(this.#root, 'event.json'),
            RUNNER_OS: 'Linux',
            RUNNER_ARCH: 'X64',
            RUNNER_TEMP: this.#home,
            RUNNER_NAME: this.job.runner_name,
            ...(this.debug ? { RUNNER_DEBUG: '1' } : {}),
            ...Object.fromEntries(
                [
                    'sha',
                    'ref',
                    'ref_name',
                    'repository',
                    'run_id',
                    'run_number',
                    'run_attempt',
                    'event_name',
                    'actor',
                    'workflow',
                    'job',
                    'api_url',
                    'server_url',
                    'head_ref',
                    'base_ref',
                ].map(name => [`GITHUB_${name.toUpperCase()}`, String(github[name] ?? '')]),
            ),
        };
    }

    #context() {
        return {
            names: {
                ...this.contexts,
                env: { ...this.contexts.env, ...this.job.definition.env, ...this.#added },
                steps: this.#outputs,
            },
            files: this.files,
        };
    }

    #fill(text) {
        return filled(text, this.#context());
    }

    #begin(step) {
        Object.assign(step, { status: 'in_progress', started_at: this.clock.iso() });
        this.changed();
    }

    #end(step, conclusion) {
        Object.assign(step, { status: 'completed', conclusion, completed_at: this.clock.iso() });
        this.changed();
    }
}
