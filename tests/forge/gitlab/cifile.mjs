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

/** With each `$NAME` and `${NAME}` replaced by its value. */
export function expanded(variables) {
    const text = value => String(value?.value ?? value);
    const put = value => value.replace(/\$\{?(\w+)\}?/g, (_, name) => text(variables[name] ?? ''));
    return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, put(text(value))]));
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

/** The document at `path` among `files`, with what it includes of the same project beneath it. */
function documentAt(path, files, parse) {
    const file = files.get(path.replace(/^\//, ''));
    if (!file) throw new Error(`Local file \`${path}\` does not exist!`);
    const document = parse(file.bytes.toString('utf8'));
    const included = list(document.include).map(one => documentAt(one.local ?? one, files, parse));
    return Object.assign({}, ...included, document);
}

/** {stages, jobs, variables} by the file at `path`; `error` where it is none. */
export function pipelineOf({ path, files, parse, variables }) {
    try {
        const document = documentAt(path, files, parse);
        const stages = ['.pre', ...(document.stages ?? kStages.slice(1, -1)), '.post'];
        const global = { ...document.variables };
        const workflow = document.workflow?.rules?.find(rule => !rule.if || holds(rule.if, variables));
        if (document.workflow?.rules && (!workflow || workflow.when === 'never'))
            return { stages, jobs: [], variables: global };
        const jobs = Object.keys(document)
            .filter(name => !kGlobal.has(name) && !name.startsWith('.'))
            .map(name => jobOf(name, extended(name, document), document, { ...global, ...variables }))
            .filter(Boolean);
        const odd = jobs.find(job => !job.child && (job.script.length === 0 || !stages.includes(job.stage)));
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
            child: job.trigger && list(job.trigger.include).map(one => one.local ?? one)[0],
            hasFiles: { ...variables, ...job.variables }.GIT_STRATEGY !== 'none',
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
