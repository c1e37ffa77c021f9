// SPDX-License-Identifier: GPL-3.0-or-later
// GitHub's own OpenAPI description, cut down to the operations that were used. The whole of its package is 485 MB, so
// one file is taken out of the archive, kept in the cache folder, and the archive dropped.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const kPackage = '@octokit/openapi@23.0.2';
const kIntegrity = 'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==';
const kFile = 'package/generated/api.github.com.json';

/** The description, or nothing where npm cannot get it. */
export function description(cache) {
    const kept = join(cache, 'api.github.com.json');
    if (!existsSync(kept) && !fetchInto(cache, kept)) return undefined;
    return JSON.parse(readFileSync(kept, 'utf8'));
}

function fetchInto(cache, kept) {
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, 'unpack-'));
    try {
        const pack = spawnSync('npm', ['pack', kPackage, '--json', '--pack-destination', folder], {
            encoding: 'utf8',
            maxBuffer: 1 << 26,
        });
        if (pack.status !== 0) return false;
        const [{ filename, integrity }] = JSON.parse(pack.stdout);
        if (integrity !== kIntegrity) throw new Error(`${kPackage} is not what it was: ${integrity}`);
        const archive = join(folder, filename.replace('@', '').replace('/', '-'));
        if (spawnSync('tar', ['-xzf', archive, '-C', folder, kFile]).status !== 0) return false;
        renameSync(join(folder, kFile), kept);
        return true;
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

// What takes slashes too.
const kLong = new Set(['path', 'ref', 'basehead', 'branch']);

function pattern(template) {
    return new RegExp(
        `^${template.replace(/[.+]/g, '\\$&').replace(/\{(\w+)\}/g, (_, name) => (kLong.has(name) ? '(.+)' : '([^/]+)'))}$`,
    );
}

/** Path templates by how exactly they fit: those with the fewest parameters first. */
export function templates(whole) {
    return Object.keys(whole.paths)
        .map(template => ({
            template,
            path: pattern(template),
            names: [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        }))
        .sort((a, b) => a.names.length - b.names.length || b.template.length - a.template.length);
}

/** Names that a query may have. */
export function queryNames(whole, template, method) {
    const { [method.toLowerCase()]: operation, parameters = [] } = whole.paths[template];
    return [...parameters, ...(operation?.parameters ?? [])]
        .map(one => (one.$ref ? whole.components.parameters[one.$ref.split('/').at(-1)] : one))
        .filter(one => one.in === 'query')
        .map(one => one.name);
}

/** The description with these operations alone (`GET /path`), and what they refer to. */
export function trimmed(whole, operations) {
    const paths = {};
    for (const operation of operations) {
        const [method, template] = operation.split(' ');
        paths[template] ??= whole.paths[template].parameters ? { parameters: whole.paths[template].parameters } : {};
        paths[template][method.toLowerCase()] = structuredClone(whole.paths[template][method.toLowerCase()]);
    }
    const components = {};
    const taken = new Set();
    const take = value => {
        if (Array.isArray(value)) {
            value.forEach(take);
        } else if (value && typeof value === 'object') {
            if (typeof value.$ref === 'string' && !taken.has(value.$ref)) {
                taken.add(value.$ref);
                const [, , kind, name] = value.$ref.split('/');
                components[kind] ??= {};
                take((components[kind][name] = structuredClone(whole.components[kind][name])));
            }
            Object.values(value).forEach(take);
        }
    };
    take(paths);
    // It says date-time of what its text says is a range, as in a search.
    delete components.parameters?.created?.schema.format;
    alsoAsGitHub(paths);
    alsoAsGitHub(components.responses ?? {});
    return { openapi: whole.openapi, info: whole.info, paths, components };
}

/** Beside each `application/json` of an answer, the type that GitHub recommends to accept: else Prism says 406. */
function alsoAsGitHub(value) {
    for (const inner of Object.values(value ?? {}))
        if (inner && typeof inner === 'object') {
            if (inner['application/json']?.schema && !inner['application/vnd.github+json'])
                inner['application/vnd.github+json'] = inner['application/json'];
            alsoAsGitHub(inner);
        }
}
