// SPDX-License-Identifier: GPL-3.0-or-later
// The expressions of workflow files, as far as tests use them: names, literals, ! == != && || ( ), and the functions
// success, failure, always, cancelled, contains, startsWith, endsWith, format, toJSON, fromJSON, hashFiles.
// Source: docs.github.com, "Evaluate expressions in workflows and actions".
import { createHash } from 'node:crypto';

const kToken =
    /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w-]*(?:\.[\w-]+|\[[^\]]*\])*)|(==|!=|&&|\|\||[!(),<>]))/y;

function tokens(text) {
    const found = [];
    kToken.lastIndex = 0;
    while (kToken.lastIndex < text.trimEnd().length) {
        const match = kToken.exec(text);
        if (!match) throw new Error(`cannot read the expression ${text}`);
        const [, string, number, name, sign] = match;
        if (string !== undefined) found.push({ value: string.slice(1, -1).replaceAll("''", "'") });
        else if (number !== undefined) found.push({ value: Number(number) });
        else found.push(name !== undefined ? { name } : { sign });
    }
    return found;
}

function loose(value) {
    return typeof value === 'string' ? value.toLowerCase() : (value ?? '');
}

const kFunctions = {
    contains: (where, what) =>
        Array.isArray(where)
            ? where.some(item => loose(item) === loose(what))
            : String(loose(where)).includes(loose(what)),
    startsWith: (text, start) => String(loose(text)).startsWith(loose(start)),
    endsWith: (text, end) => String(loose(text)).endsWith(loose(end)),
    format: (text, ...values) => text.replace(/\{(\d+)\}/g, (_, at) => values[at]),
    toJSON: value => JSON.stringify(value, null, 2),
    fromJSON: text => JSON.parse(text),
};

class Reader {
    constructor(text, context) {
        this.rest = tokens(text);
        this.context = context;
    }

    any() {
        let left = this.all();
        while (this.take('||')) left = [left, this.all()].find(Boolean) ?? '';
        return left;
    }

    all() {
        let left = this.equality();
        while (this.take('&&')) {
            const right = this.equality();
            left = left && right;
        }
        return left;
    }

    equality() {
        const left = this.one();
        if (this.take('==')) return loose(left) === loose(this.one());
        return this.take('!=') ? loose(left) !== loose(this.one()) : left;
    }

    one() {
        if (this.take('!')) return !this.one();
        if (this.take('(')) {
            const inner = this.any();
            this.take(')');
            return inner;
        }
        const token = this.rest.shift() ?? { value: '' };
        if ('value' in token) return token.value;
        return this.take('(') ? this.call(token.name) : this.lookUp(token.name);
    }

    call(name) {
        const given = [];
        while (this.rest.length > 0 && !this.take(')')) {
            given.push(this.any());
            this.take(',');
        }
        if (name === 'hashFiles') return hash(this.context.files, given);
        const known = kFunctions[name] ?? this.context.functions?.[name];
        if (!known) throw new Error(`no function ${name}`);
        return known(...given);
    }

    lookUp(name) {
        if (name === 'true' || name === 'false' || name === 'null') return JSON.parse(name);
        return (
            name
                .replace(/\[['"]?([^\]'"]*)['"]?\]/g, '.$1')
                .split('.')
                .reduce((value, part) => value?.[part], this.context.names) ?? ''
        );
    }

    take(sign) {
        if (this.rest[0]?.sign !== sign) return false;
        this.rest.shift();
        return true;
    }
}

function hash(files, patterns) {
    const fits = patterns.map(
        pattern =>
            new RegExp(
                `^${pattern
                    .replace(/[.+^$]/g, '\\$&')
                    .replaceAll('**/', '(.*/)?')
                    .replace(/(?<!\.)\*/g, '[^/]*')}$`,
            ),
    );
    const sum = createHash('sha256');
    const found = [...(files ?? new Map())].filter(([path]) => fits.some(one => one.test(path)));
    for (const [, { bytes }] of found) sum.update(bytes);
    return found.length > 0 ? sum.digest('hex') : '';
}

export function evaluate(text, context) {
    return new Reader(text, context).any();
}

/** The text with each `${{ }}` replaced. */
export function filled(text, context) {
    return String(text ?? '').replace(/\$\{\{(.*?)\}\}/gs, (_, inner) => {
        const value = evaluate(inner, context);
        return typeof value === 'object' ? JSON.stringify(value) : String(value);
    });
}

/** A condition with or without `${{ }}`; without a status function it also asks for success. */
export function holds(condition, context) {
    const text = String(condition ?? '').replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1');
    const asks = /\b(success|failure|always|cancelled)\s*\(/.test(text);
    const passed = asks || context.functions.success();
    return Boolean(passed && (text.trim() === '' || evaluate(text, context)));
}
