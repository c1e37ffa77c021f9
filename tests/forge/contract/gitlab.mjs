// SPDX-License-Identifier: GPL-3.0-or-later
// GitLab's own OpenAPI description of what is asked of it, made of the facts in gitlab.facts.json: see its notation.
// GitLab passes over what it does not know; here an unknown field of a body is a fault.
import { readFileSync } from 'node:fs';

const kFacts = new URL('gitlab.facts.json', import.meta.url);
const kPages = { page: 'integer', per_page: 'integer' };
const kFormats = { 'date-time': 'date-time', binary: 'binary' };

function namedSchema(name) {
    // A number in a path is a text, too: GitLab's "one of" both cannot be meant so.
    if (name.includes(' or ')) return { anyOf: name.split(' or ').map(namedSchema) };
    const list = name.match(/^(string|integer)s( each)?$/);
    if (list) return { type: 'array', items: { type: list[1] } };
    return kFormats[name] ? { type: 'string', format: kFormats[name] } : { type: name };
}

function schemaOf(fact) {
    if (typeof fact === 'string') return namedSchema(fact);
    if (!Array.isArray(fact)) return fact;
    return typeof fact[0] === 'string' ? { type: 'string', enum: fact } : { type: 'array', items: objectOf(fact[0]) };
}

const bare = name => name.replace(/\*$/, '');
const required = names => names.filter(name => name.endsWith('*')).map(bare);

function objectOf(fields, prose = {}) {
    const properties = Object.fromEntries(Object.entries(fields).map(([name, fact]) => [bare(name), schemaOf(fact)]));
    for (const [name, fact] of Object.entries(prose)) {
        const known = properties[bare(name)];
        properties[bare(name)] = known ? { anyOf: [known, schemaOf(fact)] } : schemaOf(fact);
    }
    const needed = required(Object.keys({ ...fields, ...prose }));
    return {
        type: 'object',
        properties,
        ...(needed.length > 0 ? { required: needed } : {}),
        additionalProperties: false,
    };
}

function parametersOf({ path = {}, pages, query = {} }) {
    const asked = { ...(pages ? kPages : {}), ...query };
    return [
        ...Object.entries(path).map(([name, fact]) => ({ name, in: 'path', required: true, schema: schemaOf(fact) })),
        ...Object.entries(asked).map(([name, fact]) => ({
            name: bare(name),
            in: 'query',
            required: name.endsWith('*'),
            schema: schemaOf(fact),
            ...(/^(string|integer)s$/.test(fact) ? { style: 'form', explode: false } : {}),
        })),
    ];
}

function bodyOf({ form, body, prose = {} }) {
    const json = (body ?? prose.body) && objectOf(body ?? {}, prose.body);
    if (!form && !json) return {};
    const content = {
        ...(form ? { 'multipart/form-data': { schema: objectOf(form) } } : {}),
        ...(json ? { 'application/json': { schema: json } } : {}),
    };
    return { requestBody: { required: Boolean(json?.required), content } };
}

export function gitlabDescription() {
    const { source, operations } = JSON.parse(readFileSync(kFacts, 'utf8'));
    const paths = {};
    for (const [operation, facts] of Object.entries(operations)) {
        const [method, template] = operation.split(' ');
        paths[template] ??= {};
        paths[template][method.toLowerCase()] = {
            parameters: parametersOf(facts),
            ...bodyOf(facts),
            responses: Object.fromEntries(facts.answers.map(status => [status, { description: '' }])),
        };
    }
    return { openapi: '3.0.0', info: { title: source.document, version: source.commit }, paths };
}
