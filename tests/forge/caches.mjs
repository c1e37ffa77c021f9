// SPDX-License-Identifier: GPL-3.0-or-later
// The caches of one repository: what actions/cache restores and saves, and the API that lists and deletes them.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { empty, invalid, json, notFound, paged } from './answers.mjs';

export class Caches {
    #entries = [];
    #clock;
    #sharedRef;
    static #serial = 505;

    /** `sharedRef`: the default branch, whose caches every branch sees. */
    constructor(clock, sharedRef) {
        this.#clock = clock;
        this.#sharedRef = sharedRef;
    }

    /** Plants one: `files` by path below the workspace. */
    plant({ key, ref, files }) {
        const content = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
        this.#add(key, ref, content);
    }

    /** The key of what was put into `folder`, if any: the exact key, else the newest that starts with a restore key. */
    restore({ key, ref, folder, 'restore-keys': prefixes = '' }) {
        const mine = this.#entries.filter(entry => entry.ref === ref || entry.isShared).reverse();
        const wanted = [
            mine.find(entry => entry.key === key),
            ...prefixes
                .split('\n')
                .filter(Boolean)
                .map(prefix => mine.find(entry => entry.key.startsWith(prefix.trim()))),
        ];
        const found = wanted.find(Boolean);
        for (const [path, bytes] of found?.content ?? []) {
            mkdirSync(dirname(join(folder, path)), { recursive: true });
            writeFileSync(join(folder, path), bytes);
        }
        if (found) found.last_accessed_at = this.#clock.iso();
        return found?.key;
    }

    save({ key, ref, folder, path = '' }) {
        const content = new Map();
        const walk = relative => {
            const full = join(folder, relative);
            if (!existsSync(full)) return;
            if (lstatSync(full).isDirectory()) readdirSync(full).forEach(name => walk(join(relative, name)));
            else if (lstatSync(full).isFile()) content.set(relative, readFileSync(full));
        };
        path.split('\n')
            .map(line => line.trim())
            .filter(Boolean)
            .forEach(walk);
        if (!this.#entries.some(entry => entry.key === key && entry.ref === ref)) this.#add(key, ref, content);
    }

    list(request) {
        const key = request.query.get('key');
        const ref = request.query.get('ref');
        const rows = this.#entries
            .filter(entry => (!key || entry.key.startsWith(key)) && (!ref || entry.ref === ref))
            .sort((a, b) => b.id - a.id);
        return paged(request, rows, page => ({ total_count: rows.length, actions_caches: page.map(shape) }));
    }

    usage(fullName) {
        const size = this.#entries.reduce((sum, entry) => sum + entry.size, 0);
        return json({
            full_name: fullName,
            active_caches_size_in_bytes: size,
            active_caches_count: this.#entries.length,
        });
    }

    remove(request) {
        const key = request.query.get('key');
        const ref = request.query.get('ref');
        if (!key) return invalid('ActionsCache', 'key', null);
        const fits = entry => entry.key === key && (!ref || entry.ref === ref);
        const removed = this.#entries.filter(fits);
        this.#entries = this.#entries.filter(entry => !fits(entry));
        return removed.length === 0
            ? notFound()
            : json({ total_count: removed.length, actions_caches: removed.map(shape) });
    }

    removeById(id) {
        const before = this.#entries.length;
        this.#entries = this.#entries.filter(entry => entry.id !== id);
        return this.#entries.length < before ? empty() : notFound();
    }

    #add(key, ref, content) {
        const now = this.#clock.iso();
        this.#entries.push({
            id: ++Caches.#serial,
            key,
            ref,
            content,
            created_at: now,
            last_accessed_at: now,
            isShared: ref === this.#sharedRef,
            size: [...content.values()].reduce((sum, bytes) => sum + bytes.length, 0),
        });
    }
}

function shape({ id, key, ref, size, created_at, last_accessed_at }) {
    const version = createHash('sha256').update(key).digest('hex');
    return { id, ref, key, version, last_accessed_at, created_at, size_in_bytes: size };
}
