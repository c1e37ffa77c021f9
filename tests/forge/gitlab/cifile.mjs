// SPDX-License-Identifier: GPL-3.0-or-later
// A `.gitlab-ci.yml`: its stages and jobs, and which of them a pipeline gets. Source: docs.gitlab.com, "CI/CD YAML syntax".

const kGlobal = new Set([
    'stages',
    'variables',
    'default',
    'workflow',
    'include',
    'image',
    'services',
    'before_script',
    'after_script',
    'cache',
    'spec',
]);
const kStages = ['.pre', 'build', 'test', 'deploy', '.post'];

const list = value => (value === undefined || value === null ? [] : [value].flat(Infinity));

function value(text, variables) {
    const [, name] = text.match(/^\$\{?(\w+)\}?$/) ?? [];
    return name ? variables[name] : text === 'null' ? undefined : text.replace(/^["']|["']$/g, '');
}

/** `$A == "b"`, `!=`, `=~ /…/`, `!~`, `$A`, joined by && and ||. */
function holds(text, variables) {
    const one = part => {
        const [, left, sign, right] = part.trim().match(/^(\S+)\s*(==|!=|=~|!~)\s*(.+)$/) ?? [, part.trim()];
        const found = value(left, variables);
        const pattern = () => new RegExp(right.trim().replace(/^\/|\/\w*$/g, ''));
        switch (sign) {
            case '==':
                return found === value(right.trim(), variables);
            case '!=':
                return found !== value(right.trim(), variables);
            case '=~':
                return pattern().test(found ?? '');
            case '!~':
                return !pattern().test(found ?? '');
            default:
                return Boolean(found);
        }
    };
    return text.split('||').some(any => any.split('&&').every(one));
}

/** When a job runs, or nothing where it has no place in the pipeline. */
function placeOf(job, variables) {
    if (!job.rules) return { when: job.when ?? 'on_success', allowFailure: job.allow_failure ?? job.when === 'manual' };
    const rule = job.rules.find(one => !one.if || holds(one.if, variables));
    if (!rule || rule.when === 'never') return undefined;
    return {
        when: rule.when ?? job.when ?? 'on_success',
        allowFailure: rule.allow_failure ?? job.allow_failure ?? false,
    };
}

function extended(name, document) {
    const job = document[name];
    const bases = list(job?.extends).map(base => extended(base, document));
    return Object.assign({}, ...bases, job, {
        variables: Object.assign({}, ...bases.map(base => base.variables), job?.variables),
    });
}

/** {stages, jobs, variables}; `error` where the file is none. */
export function pipelineOf(text, parse, variables) {
    try {
        const document = parse(text);
        const stages = ['.pre', ...(document.stages ?? kStages.slice(1, -1)), '.post'];
        const global = { ...document.variables };
        const workflow = document.workflow?.rules?.find(rule => !rule.if || holds(rule.if, variables));
        if (document.workflow?.rules && (!workflow || workflow.when === 'never'))
            return { stages, jobs: [], variables: global };
        const jobs = Object.keys(document)
            .filter(name => !kGlobal.has(name) && !name.startsWith('.'))
            .map(name => jobOf(name, extended(name, document), document, { ...global, ...variables }))
            .filter(Boolean);
        const odd = jobs.find(job => job.script.length === 0 || !stages.includes(job.stage));
        return odd
            ? { error: `jobs:${odd.name} config should implement the script: keyword, in a known stage` }
            : { stages, jobs, variables: global };
    } catch (error) {
        return { error: error.message };
    }
}

function jobOf(name, job, document, variables) {
    const place = placeOf(job, variables);
    const inherited = key => list(job[key] ?? document.default?.[key] ?? document[key]);
    return (
        place && {
            ...place,
            name,
            stage: job.stage ?? 'test',
            before: inherited('before_script'),
            script: list(job.script),
            after: inherited('after_script'),
            needs: job.needs && list(job.needs).map(need => need.job ?? need),
            variables: job.variables ?? {},
            tags: list(job.tags),
            environment: typeof job.environment === 'string' ? { name: job.environment } : job.environment,
            retries: Number(job.retry?.max ?? job.retry ?? 0),
            limitMs: limitOf(job.timeout),
            cache: job.cache ?? document.default?.cache ?? document.cache,
        }
    );
}

/** `90 seconds`, `1h 30m`, …; nothing: the project's. */
function limitOf(text) {
    const unit = { s: 1000, m: 60_000, h: 3_600_000 };
    const parts = [...String(text ?? '').matchAll(/([\d.]+)\s*(s|m|h)/g)];
    return parts.length > 0
        ? parts.reduce((sum, [, count, letter]) => sum + Number(count) * unit[letter], 0)
        : undefined;
}
